#include "counter.h"
#include <stdio.h>
#include <unistd.h>

int main(void) {
    for (;;) {
        printf("%d %s\n", count(), unit());
        fflush(stdout);
        sleep(1);
    }
}

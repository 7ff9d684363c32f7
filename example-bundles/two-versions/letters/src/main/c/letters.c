/* Was written for libgreet.so 1: greets each name of its input. */
#include "greet.h"

#include <stdio.h>
#include <string.h>

int main(void) {
    char name[64];
    while (fgets(name, sizeof name, stdin)) {
        name[strcspn(name, "\n")] = '\0';
        printf("%s\n", greet(name));
        fflush(stdout);
    }
    return 0;
}

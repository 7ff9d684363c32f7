/* Was written for libgreet.so 2. Each line of input is an hour, a space and a name. */
#include "greet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        char *name;
        long hour = strtol(line, &name, 10);
        name[strcspn(name, "\n")] = '\0';
        printf("%s\n", greet(name + strspn(name, " "), (int)hour));
        fflush(stdout);
    }
    return 0;
}

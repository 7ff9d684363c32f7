/*
 * The smallest program: what it was given (arguments, environment), and an exit code on demand.
 *
 *   hello              exit code 0
 *   hello fail         exit code 3, to show that it arrives outside
 *   GREETING=... hello prints the variable
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    const char *greeting = getenv("GREETING");

    printf("hello: %d arguments\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        printf("hello: argument %d is %s\n", i, argv[i]);
    }
    printf("hello: GREETING is %s\n", greeting ? greeting : "not set");
    return argc > 1 && strcmp(argv[1], "fail") == 0 ? 3 : 0;
}

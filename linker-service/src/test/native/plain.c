/* A WASI command as any compiler makes it: libc inside, own memory, no dylink.0. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    const char *greeting = getenv("GREETING");
    printf("plain: %d arguments, last %s\n", argc - 1, argc > 1 ? argv[argc - 1] : "-");
    printf("plain: GREETING is %s\n", greeting ? greeting : "not set");
    return 5;
}

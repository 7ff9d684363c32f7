/* A trap inside a library: crash (exported) -> crash_outer -> crash_inner -> unreachable. */
#include <stdio.h>

void crash(int code);

int main(int argc, char **argv) {
    (void)argv;
    puts("before the trap");
    fflush(stdout);
    crash(argc);
    puts("after the trap");
    return 0;
}

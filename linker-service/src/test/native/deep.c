/* Unbounded recursion, 1 KiB of C stack a call: the C stack ends first, and must trap instead of running into data. */
#include <stdio.h>

static volatile int bottom; /* 0, which the compiler does not know */
static volatile int canary = 4711;

__attribute__((noinline)) static int sink(int level) {
    volatile char buffer[1024];
    buffer[level % 1024] = (char)level;
    int below = level == bottom ? 0 : sink(level + 1);
    return below + buffer[level % 1024];
}

int main(void) {
    puts("sinking");
    fflush(stdout);
    printf("returned %d, canary %d\n", sink(1), canary);
    return 0;
}

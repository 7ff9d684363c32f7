/* Unbounded recursion that touches no memory: only the engine's own call stack grows. */
#include <stdio.h>

static volatile int bottom; /* 0: reached after 2^32 calls */

/* Shift and exclusive-or do not reassociate, so that clang cannot make a loop of it. */
__attribute__((noinline)) static unsigned sink(unsigned level, unsigned end) {
    return level == end ? 0 : (sink(level + 1, end) >> 1) ^ level;
}

int main(void) {
    puts("sinking");
    fflush(stdout);
    printf("returned %u\n", sink(1, bottom));
    return 0;
}

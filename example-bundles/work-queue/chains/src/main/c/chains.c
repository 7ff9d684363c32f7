/* A job: the longest chain of steps by which a number comes to 1, halved if it is even, else three times it and one. */
#include "job.h"

static long length(long number) {
    long steps = 0;
    for (unsigned long long at = (unsigned long long)number; at != 1; steps++) {
        at = at % 2 ? 3 * at + 1 : at / 2;
    }
    return steps;
}

static long larger(long one, long other) {
    return one > other ? one : other;
}

static long part(long first, long last) {
    long longest = 0;
    for (long number = first; number <= last; number++) {
        longest = larger(longest, length(number));
    }
    return longest;
}

const struct job job = {JOB_VERSION, "longest chain", part, larger};

/* A job: how many numbers are prime. */
#include "job.h"

/* The last divisor of the number before is most likely too small for the next one: each thread has its own. */
static _Thread_local long divisors;

static int is_prime(long number) {
    if (number < 2) {
        return 0;
    }
    while (divisors * divisors < number) {
        divisors++;
    }
    for (long divisor = 2; divisor <= divisors && divisor < number; divisor++) {
        if (number % divisor == 0) {
            return 0;
        }
    }
    return 1;
}

static long part(long first, long last) {
    long count = 0;
    for (long number = first; number <= last; number++) {
        count += is_prime(number);
    }
    return count;
}

static long sum(long one, long other) {
    return one + other;
}

const struct job job = {JOB_VERSION, "primes", part, sum};

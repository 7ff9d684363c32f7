/* Counts the primes below a million by Eratosthenes' sieve, SIZE times. */
#include "measure.h"
#include <string.h>

enum { LIMIT = 1000000 };

static unsigned char composite[LIMIT];

static NOINLINE unsigned count_primes(void) {
    memset(composite, 0, LIMIT);
    unsigned count = 0;
    for (int i = 2; i < LIMIT; i++) {
        if (composite[i]) {
            continue;
        }
        count++;
        for (int j = 2 * i; j < LIMIT; j += i) {
            composite[j] = 1;
        }
    }
    return count;
}

static unsigned work(int times) {
    unsigned sum = 0;
    for (int i = 0; i < times; i++) {
        sum += count_primes();
    }
    return sum;
}

int main(int argc, char **argv) { return measure_main(argc, argv, "sieve", 8, work); }

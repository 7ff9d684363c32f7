/* Grows the memory in steps of 64 KiB up to SIZE MiB, writes to each step, and tells how long each quarter took. */
#include "measure.h"

enum { STEPS_A_MEGABYTE = 16 };

int main(int argc, char **argv) {
    int steps = measure_arguments(argc, argv, 1024) * STEPS_A_MEGABYTE;
    int step = (int)__builtin_wasm_memory_size(0);
    for (int quarter = 1; quarter <= 4; quarter++) {
        measure_start();
        for (; step < steps / 4 * quarter; step++) {
            size_t before = __builtin_wasm_memory_grow(0, 1);
            if (before == (size_t)-1) {
                fprintf(stderr, "grow: no memory after %d MiB\n", step / STEPS_A_MEGABYTE);
                return 1;
            }
            *(volatile char *)(before * 65536) = 1;
            if (step % 256 == 0 && nanoseconds() - measure.begun > measure.limit) {
                fprintf(stderr, "grow: out of time after %d MiB\n", step / STEPS_A_MEGABYTE);
                return 1;
            }
        }
        char name[8];
        snprintf(name, sizeof name, "grow-%d", quarter);
        measure_stop(name, (unsigned)step);
    }
    return 0;
}

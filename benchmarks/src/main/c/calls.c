/*
 * SIZE calls in a loop, each with the last one's result: of a function of its own, of another library's by name, and of
 * 1, 4 and 16 of another library's by address, in turn and ("mixed") in no order; and of a function of its own that has
 * an array on the stack, and so moves __stack_pointer.
 */
#include "measure.h"

int callee(int x);
int (*callee_address(int number))(int);

static int (*targets[16])(int);

static NOINLINE int local(int x) { return x * 3 + 1; }

/* Over 128 bytes, volatile: a smaller array of a function without calls would leave __stack_pointer alone. */
static NOINLINE int with_array(int x) {
    volatile int array[40];
    array[x & 31] = x;
    return array[x & 31] * 3 + 1;
}

/* A loop of its own for each: engines that note what a call site calls must not see the others' targets. */
#define PART(name, call)                     \
    static NOINLINE unsigned name(int size) { \
        int x = 1;                           \
        unsigned random = 1;                 \
        for (int i = 0; i < size; i++) {     \
            random = random * 1664525u + 1013904223u; \
            x = call;                        \
        }                                    \
        return (unsigned)x;                  \
    }
PART(call_local, local(x))
PART(call_other, callee(x))
PART(call_indirect_1, targets[0](x))
PART(call_indirect_4, targets[i & 3](x))
PART(call_indirect_16, targets[i & 15](x))
PART(call_mixed_4, targets[random >> 30](x))
PART(call_mixed_16, targets[random >> 28](x))
PART(call_with_array, with_array(x))

static const struct {
    const char *name;
    unsigned (*run)(int);
} PARTS[] = {
    {"call-local", call_local},           {"call-other", call_other},
    {"call-indirect-1", call_indirect_1}, {"call-indirect-4", call_indirect_4},
    {"call-indirect-16", call_indirect_16}, {"call-mixed-4", call_mixed_4},
    {"call-mixed-16", call_mixed_16},     {"stack-pointer", call_with_array},
};

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 10000000);
    for (int i = 0; i < 16; i++) {
        targets[i] = callee_address(i);
    }
    while (measure_again()) {
        for (unsigned i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
            measure_start();
            unsigned check = PARTS[i].run(size);
            measure_stop(PARTS[i].name, check);
        }
    }
    return 0;
}

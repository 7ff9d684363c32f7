/*
 * SIZE steps, each a tail call: of the function itself, of two that call each other, of one through a pointer, of four
 * through pointers as an interpreter of threaded code has them, and into another library and back. "calls" is the same
 * as "mutual" without tail calls, 1,000 deep at a time: what a step would cost on the stack.
 */
#include "measure.h"

#define TAIL __attribute__((musttail)) return

typedef unsigned step(unsigned n, unsigned x);

step other;
void come_back_to(step *caller);

static NOINLINE unsigned self(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL self(n - 1, x * 3 + 1);
}

static unsigned pong(unsigned n, unsigned x);
static NOINLINE unsigned ping(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL pong(n - 1, x * 3 + 1);
}
static NOINLINE unsigned pong(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL ping(n - 1, x ^ n);
}

static step *volatile pointer;
static NOINLINE unsigned pointed(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL pointer(n - 1, x * 3 + 1);
}

/* Four instructions of a machine, in a program of 16. */
static step *program[16];
static NOINLINE unsigned add(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL program[n & 15](n - 1, x + n);
}
static NOINLINE unsigned mul(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL program[n & 15](n - 1, x * 3);
}
static NOINLINE unsigned xor(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL program[n & 15](n - 1, x ^ n);
}
static NOINLINE unsigned rot(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL program[n & 15](n - 1, x << 5 | x >> 27);
}

static NOINLINE unsigned there(unsigned n, unsigned x) {
    if (n == 0) return x;
    TAIL other(n - 1, x * 3 + 1);
}

static unsigned deep_pong(unsigned n, unsigned x);
static NOINLINE unsigned deep_ping(unsigned n, unsigned x) { return n == 0 ? x : deep_pong(n - 1, x * 3 + 1) + 1; }
static NOINLINE unsigned deep_pong(unsigned n, unsigned x) { return n == 0 ? x : deep_ping(n - 1, x ^ n) + 1; }
static unsigned calls(unsigned n, unsigned x) {
    for (unsigned i = 0; i < n; i += 1000) x = deep_ping(1000, x);
    return x;
}

static const struct {
    const char *name;
    step *run;
} PARTS[] = {
    {"tail-self", self}, {"tail-mutual", ping}, {"tail-pointer", pointed}, {"tail-threaded", add},
    {"tail-other", there}, {"calls", calls},
};

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 10000000);
    static step *const instructions[] = {add, mul, xor, rot};
    for (unsigned i = 0; i < 16; i++) program[i] = instructions[i * 7 % 16 / 4];
    pointer = pointed;
    come_back_to(there);
    while (measure_again()) {
        for (unsigned i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
            measure_start();
            unsigned check = PARTS[i].run((unsigned)size, 1);
            measure_stop(PARTS[i].name, check);
        }
    }
    return 0;
}

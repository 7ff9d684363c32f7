/*
 * SIZE exceptions, each thrown and caught: in one function, out of a call, out of ten that are one in another, out of
 * another library, and out of a function here through the other library. "quiet-try" is 100 * SIZE calls within a try
 * that throw nothing, "quiet-call" the same without a try. Built in both encodings; the figures of the legacy one have
 * "legacy-" in front.
 */
#include "exceptions.h"
#include "measure.h"

#define FRAMES 10
#define QUIET_CALLS 100 /* a call that throws nothing takes so much less time */

static unsigned caught;

/* What clang calls in a catch, and no more of a runtime of C++: it is the engine that is measured. */
extern "C" {
void *__cxa_begin_catch(void *exception) {
    caught = reinterpret_cast<unsigned>(exception);
    return exception;
}
void __cxa_end_catch() {}
[[noreturn]] void _ZSt9terminatev() { abort(); }
}

/* Always set; a function that is known to throw would make those above it tail calls. */
static volatile bool throws = true;

static NOINLINE unsigned thrower(unsigned number) {
    if (throws) throw_number(number);
    return number;
}

/* What each frame does after the call is nothing that a compiler could do before it. */
static NOINLINE unsigned deep(unsigned frames, unsigned number) {
    if (frames == 1) return thrower(number);
    unsigned x = deep(frames - 1, number);
    return x ^ x >> 3;
}

/* No loop here comes to this number, and no compiler can know that. */
static NOINLINE unsigned step(unsigned x, unsigned i) {
    if (x == 0x12345678) throw_number(i);
    return x * 3 + i;
}

template <class Code> static inline unsigned catching(unsigned size, Code code) {
    unsigned x = 1;
    for (unsigned i = 0; i < size; i++) {
        try {
            x += code(i);
        } catch (...) {
            x = x * 3 + caught;
        }
    }
    return x;
}

static NOINLINE unsigned here(unsigned size) {
    return catching(size, [](unsigned i) -> unsigned { throw_number(i); });
}
static NOINLINE unsigned call(unsigned size) { return catching(size, thrower); }
static NOINLINE unsigned frames(unsigned size) {
    return catching(size, [](unsigned i) { return deep(FRAMES, i); });
}
static NOINLINE unsigned other(unsigned size) { return catching(size, throw_there); }
static NOINLINE unsigned through(unsigned size) {
    return catching(size, [](unsigned i) { return pass_through(thrower, i); });
}

static NOINLINE unsigned quiet_try(unsigned size) {
    unsigned x = 1;
    for (unsigned i = 0; i < size * QUIET_CALLS; i++) {
        try {
            x = step(x, i);
        } catch (...) {
            x = caught;
        }
    }
    return x;
}
static NOINLINE unsigned quiet_call(unsigned size) {
    unsigned x = 1;
    for (unsigned i = 0; i < size * QUIET_CALLS; i++) x = step(x, i);
    return x;
}

static const struct {
    const char *name;
    unsigned (*run)(unsigned size);
} PARTS[] = {
    {"throw-here", here},       {"throw-call", call},     {"throw-10-frames", frames},  {"throw-other", other},
    {"throw-through", through}, {"quiet-try", quiet_try}, {"quiet-call", quiet_call},
};

int main(int argc, char **argv) {
    unsigned size = static_cast<unsigned>(measure_arguments(argc, argv, 100000));
    while (measure_again()) {
        for (const auto &part : PARTS) {
            measure_start();
            unsigned check = part.run(size);
            measure_stop(part.name, check);
        }
    }
    return 0;
}

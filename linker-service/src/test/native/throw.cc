// Catches what libthrow.so throws: directly, through libcleanup.so, rethrown and nested; last, something that nobody catches.
#include "throw.h"
extern "C" int printf(const char *, ...);
extern "C" int fflush(void *);

template <class Code> static void report(const char *what, Code code) {
    try {
        code();
        printf("%s: not reached\n", what);
    } catch (...) {
        printf("%s: %d\n", what, current_exception_value());
    }
}

static void rethrowing() {
    try {
        throw_int(3);
    } catch (...) {
        printf("first %d\n", current_exception_value());
        throw;
    }
}

static void nested() {
    try {
        throw_int(4);
    } catch (...) {
        report("inner", [] { throw_int(5); });
        throw;
    }
}

int main(int argc, char **) {
    report("direct", [] { throw_int(1); });
    report("cleanup", [] { with_cleanup(2); });
    report("rethrown", rethrowing);
    report("nested", nested);
    report("busy cleanup", [] { with_throwing_cleanup(6); });
    fflush(nullptr);
    if (argc >= 0)
        throw_int(7);
}

// Between the throwing library and the catching main: it has destructors to run, and catches nothing for good.
#include "throw.h"
extern "C" int printf(const char *, ...);

namespace {
struct Guard {
    ~Guard() { printf("cleanup\n"); }
};
// Throws and catches an exception of its own, while another is on its way.
struct Busy {
    ~Busy() {
        try {
            throw_int(100);
        } catch (...) {
            printf("busy %d\n", current_exception_value());
        }
    }
};
}

void with_cleanup(int value) {
    Guard guard;
    throw_int(value);
}

void with_throwing_cleanup(int value) {
    Busy busy;
    throw_int(value);
}

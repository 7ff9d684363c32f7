// Opened by a running program.
#include "typed.h"

extern "C" void plug_throw(int value) {
    if (value < 0)
        throw value;
    throw Thing{value};
}

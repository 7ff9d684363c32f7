#include "throw.h"
// Each library that throws or catches it has a type_info of its own.
struct Thing {
    int value;
};
[[noreturn]] void throw_thing(int value);
// Catches ints, lets all others pass.
int catch_int(void (*thrower)(int), int value);
// Catches a Thing and throws it again, or an int of the same value in its place.
void catch_thing(void (*thrower)(int), int value, bool again);

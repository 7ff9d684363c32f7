#include "typed.h"

void throw_thing(int value) { throw Thing{value}; }

int catch_int(void (*thrower)(int), int value) {
    try {
        thrower(value);
    } catch (int caught) {
        return caught;
    }
    return -1;
}

void catch_thing(void (*thrower)(int), int value, bool again) {
    try {
        thrower(value);
    } catch (const Thing &caught) {
        if (again)
            throw;
        throw caught.value;
    }
}

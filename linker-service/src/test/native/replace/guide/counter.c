#include "counter.h"

int counter; // goes on while the library changes

int count(void) {
    return ++counter;
}

const char *unit(void) {
    return "sheep";
}

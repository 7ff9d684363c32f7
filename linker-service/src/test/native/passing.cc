// What C++ sees of Java's exceptions.
#include "throw.h"
#define EXPORT(name) extern "C" __attribute__((export_name(#name))) int name
extern "C" int java_throw(int value);
extern "C" int java_call(int (*function)(int), int value);
extern "C" void note(int event);
struct Guard {
    int event;
    ~Guard() { note(event); }
};

EXPORT(passes)(int value) {
    Guard guard{1};
    return java_throw(value);
}

EXPORT(caught)(int value) {
    try {
        Guard guard{2};
        return java_throw(value);
    } catch (...) {
        return -1;
    }
}

EXPORT(caught_by_type)(int value) {
    try {
        return java_throw(value);
    } catch (int number) {
        return number;
    }
}

EXPORT(caught_behind_a_type)(int value) {
    try {
        return java_throw(value);
    } catch (int number) {
        return number;
    } catch (...) {
        return -2;
    }
}

EXPORT(thrown_again)(int value) {
    try {
        return java_throw(value);
    } catch (...) {
        note(3);
        throw;
    }
}

EXPORT(caught_again)(int value) {
    try {
        return thrown_again(value);
    } catch (...) {
        return -3;
    }
}

EXPORT(through_java)(int value) {
    Guard guard{4};
    return java_call(thrown_again, value);
}

EXPORT(instead)(int value) {
    try {
        return java_throw(value);
    } catch (...) {
    }
    throw_int(value);
}

EXPORT(caught_instead)(int value) {
    try {
        return java_call(instead, value);
    } catch (int number) {
        return number + 1000;
    }
}

EXPORT(caught_through_java)(int value) {
    try {
        return java_call(thrown_again, value);
    } catch (...) {
        return -4;
    }
}

EXPORT(many)(int count) {
    int caught = 0;
    for (int i = 0; i < count; i++) {
        try {
            java_throw(i);
        } catch (...) {
            caught++;
        }
    }
    return caught;
}

int main() { return 0; }

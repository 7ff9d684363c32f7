// Catches by type what libraries throw, and throws what they catch by type.
#include "typed.h"
extern "C" int printf(const char *, ...);
extern "C" int fflush(void *);

static void throw_own(int value) { throw value; }

extern "C" __attribute__((export_name("classify"))) int classify(void (*thrower)(int), int value) {
    try {
        thrower(value);
    } catch (int caught) {
        return 1000 + caught;
    } catch (const Thing &caught) {
        return 2000 + caught.value;
    }
    return 0;
}

static void pass_int(int value) { printf("an int is caught %d\n", catch_int(throw_own, value)); }

static void pass_thing(int value) { printf("not reached %d\n", catch_int(throw_thing, value)); }

static void again(int value) { catch_thing(throw_thing, value, true); }

static void instead(int value) { catch_thing(throw_thing, value, false); }

static void not_a_thing(int value) { catch_thing(throw_own, value, true); }

int main(void) {
    printf("int %d\n", classify(throw_int, 1));
    printf("thing %d\n", classify(throw_thing, 2));
    printf("nothing %d\n", classify(pass_int, 3));
    printf("a thing passes %d\n", classify(pass_thing, 4));
    printf("again %d\n", classify(again, 5));
    printf("instead %d\n", classify(instead, 6));
    printf("an int passes %d\n", classify(not_a_thing, 7));
    fflush(nullptr);
    return 0;
}

// setjmp and longjmp within main, from a library, through one, through libc's qsort, and nested.
#include <stdio.h>
#include <stdlib.h>

#include "jump.h"

static jmp_buf outer, inner;

static void within(void) {
    volatile int rounds = 0;
    int value = setjmp(outer);
    if (rounds < 3) {
        rounds++;
        longjmp(outer, 10 + rounds);
    }
    printf("within %d after %d\n", value, rounds);
}

static void from_library(void) {
    int value = setjmp(outer);
    if (value == 0)
        jump_to(outer, 21);
    printf("from a library %d\n", value);
}

static void back(void *argument) { longjmp(*(jmp_buf *)argument, 31); }

static void through_library(void) {
    int value = setjmp(outer);
    if (value == 0) {
        jump_call(back, &outer);
        puts("not reached");
    }
    printf("through a library %d\n", value);
}

static int compared;

static int compare(const void *a, const void *b) {
    if (++compared == 3)
        longjmp(outer, 41);
    return *(const int *)a - *(const int *)b;
}

static void through_qsort(void) {
    int numbers[] = {5, 3, 9, 1, 7, 2};
    int value = setjmp(outer);
    if (value == 0) {
        qsort(numbers, 6, sizeof *numbers, compare);
        puts("not reached");
    }
    printf("through qsort %d after %d\n", value, compared);
}

// The inner one is between the jump and its target, in the same function and in one further in.
static void deeper(int target) {
    int value = setjmp(inner);
    if (value == 0) {
        if (target == 1)
            jump_to(outer, 51);
        jump_to(inner, 52);
    }
    printf("inner %d\n", value);
    longjmp(outer, 53);
}

static void nested(void) {
    for (int target = 1; target <= 2; target++) {
        int value = setjmp(outer);
        if (value == 0)
            deeper(target);
        printf("outer %d\n", value);
    }
}

static void to_library(jmp_buf buffer) { longjmp(buffer, 61); }

static void past_library(jmp_buf buffer) {
    (void)buffer;
    longjmp(outer, 62);
}

static void guarded(void) {
    printf("guard %d\n", jump_guard(to_library));
    int value = setjmp(outer);
    if (value == 0)
        jump_guard(past_library);
    printf("past the guard %d\n", value);
    value = setjmp(outer);
    if (value == 0)
        longjmp(outer, 0);
    printf("zero becomes %d\n", value);
}

int main(int argc, char **argv) {
    (void)argv;
    within();
    from_library();
    through_library();
    through_qsort();
    nested();
    guarded();
    fflush(stdout);
    if (argc > 1)
        jump_to(outer, 71); // whose function has returned: nobody catches it
    return 7;
}

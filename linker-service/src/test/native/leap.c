// longjmp over functions of Java that C has called and that call C again: a setjmp in each layer, a jump to one of them.
#include <setjmp.h>

#ifdef NATIVE
static int java_call(int (*function)(int), int argument) { return function(argument); }
#else
int java_call(int (*function)(int), int argument);
#endif

static jmp_buf places[8];
static int target;

static int descend(int depth) {
    volatile int own = 1000 * depth;
    int value = setjmp(places[depth]);
    if (value)
        return own + value;
    if (depth == 0)
        longjmp(places[target], 7);
    return java_call(descend, depth - 1) + 1;
}

int leap(int depth, int to) {
    target = to;
    return descend(depth);
}

#ifdef NATIVE
#include <stdio.h>

int main(void) {
    for (int depth = 0; depth < 8; depth++)
        for (int to = 0; to <= depth; to++) printf("%d ", leap(depth, to));
    putchar('\n');
}
#else
int main(void) { return 0; }
#endif

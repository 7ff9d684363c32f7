#include <stdatomic.h>
#define JOIN(a, b) a##b
#define NAME(a, b) JOIN(a, b)
/* Built several times, with a number N. */
extern _Atomic int constructed[], destructed[];
static _Thread_local int mine = N;
__attribute__((constructor)) static void construct(void) { constructed[N]++; }
__attribute__((destructor)) static void destruct(void) { destructed[N]++; }
int NAME(many, N)(int x) { return x * 10 + mine++; }

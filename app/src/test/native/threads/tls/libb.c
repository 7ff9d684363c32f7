#include <stdint.h>
int a_step(void);
static _Thread_local _Alignas(64) long long aligned[2] = {1LL << 40, 3};
static _Thread_local int steps;
int b_step(void) { return (uintptr_t)aligned % 64 ? -1 : (int)(aligned[0]++ >> 40) + (int)aligned[1]++ + ++steps + a_step(); }

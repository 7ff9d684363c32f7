// The two sides of jump.c: libjump.so is between main and the callbacks.
#include <setjmp.h>

// Calls back; if the callback comes back, the caller's flow goes on behind it.
void jump_call(void (*callback)(void *), void *argument);
// Jumps to whoever has set the buffer, in whatever module.
_Noreturn void jump_to(jmp_buf buffer, int value);
// A setjmp of its own around a callback: gives what was jumped with, or 0.
int jump_guard(void (*callback)(jmp_buf));

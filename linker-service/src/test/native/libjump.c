#include "jump.h"

void jump_call(void (*callback)(void *), void *argument) { callback(argument); }

_Noreturn void jump_to(jmp_buf buffer, int value) { longjmp(buffer, value); }

int jump_guard(void (*callback)(jmp_buf)) {
    jmp_buf buffer;
    int value = setjmp(buffer);
    if (value == 0)
        callback(buffer);
    return value;
}

/* What clang makes of setjmp and longjmp calls these. */
#include "jumps.h"
#ifdef __wasm__
void __wasm_setjmp(void *at, unsigned label, void *invocation) {
    struct jump *jump = at;
    jump->invocation = invocation;
    jump->label = label;
}
unsigned __wasm_setjmp_test(void *at, void *invocation) {
    struct jump *jump = at;
    return jump->invocation == invocation ? jump->label : 0;
}
void __wasm_longjmp(void *at, int value) {
    struct jump *jump = at;
    jump->thrown.jump = at;
    jump->thrown.value = value ? value : 1;
    __builtin_wasm_throw(1, &jump->thrown);
}
#endif

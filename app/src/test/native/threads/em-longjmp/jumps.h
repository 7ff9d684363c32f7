/* setjmp and longjmp by exceptions of WebAssembly (clang's -wasm-enable-sjlj): the sysroot for threads has none. */
#ifdef __wasm__
typedef struct jump { void *invocation; unsigned label; struct { void *jump; int value; } thrown; } jmp_buf[1];
int setjmp(jmp_buf) __attribute__((returns_twice));
_Noreturn void longjmp(jmp_buf, int);
#else
#include <setjmp.h>
#endif

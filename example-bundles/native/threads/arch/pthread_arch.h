/* A thread knows itself by one thread-local pointer: whoever gives the thread its TLS block, the linker of shared
   libraries or a static program's own start code, need not know of struct __pthread. */
struct __pthread;
extern __attribute__((__visibility__("hidden"))) _Thread_local struct __pthread *__wasm_self;

static inline uintptr_t __get_tp(void)
{
	return (uintptr_t)__wasm_self;
}

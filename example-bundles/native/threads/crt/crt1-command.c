#include <wasi/api.h>

extern void __wasm_call_ctors(void);
extern int __main_void(void);
extern void __wasm_call_dtors(void);

__attribute__((export_name("_start")))
void _start(void)
{
	static int started;
	if (started) __builtin_trap();
	started = 1;
	__wasm_call_ctors();
	int r = __main_void();
	__wasm_call_dtors();
	/* Also for 0: other threads may be running, and they end with main. */
	__wasi_proc_exit(r);
}

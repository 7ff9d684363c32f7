# The host calls this in a new instance, or in a new set of instances over the same memory, for the tid that it gave and
# the argument of thread-spawn (struct start of wasm_thread.h). A dynamic linker has filled the TLS blocks of all libraries
# before; a static program has one block, and it is filled here.
	.globaltype	__stack_pointer, i32
	.functype	__wasm_thread_main (i32, i32) -> (i32)
	.hidden	__wasm_thread_main
#ifdef WASM_STATIC
	.functype	__wasm_init_tls (i32) -> ()
#endif
	.section	.text.wasi_thread_start,"",@
	.globl	wasi_thread_start
	.type	wasi_thread_start,@function
	.export_name	wasi_thread_start, wasi_thread_start
wasi_thread_start:
	.functype	wasi_thread_start (i32, i32) -> ()
	local.get	1
	i32.load	0
	global.set	__stack_pointer
#ifdef WASM_STATIC
	local.get	1
	i32.load	4
	call	__wasm_init_tls
#endif
	local.get	0
	local.get	1
	call	__wasm_thread_main
	# The stack is not used any more: say so to the joiner, or to whoever frees a detached thread.
	local.tee	1
	i32.const	0
	i32.atomic.store	0
	local.get	1
	i32.const	-1
	memory.atomic.notify	0
	drop
	end_function

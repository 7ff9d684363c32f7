# The stack pointer, for code that keeps it itself.
	.globaltype	__stack_pointer, i32

	.globl	stackSave
	.type	stackSave,@function
stackSave:
	.functype	stackSave () -> (i32)
	global.get	__stack_pointer
	end_function

	.globl	stackRestore
	.type	stackRestore,@function
stackRestore:
	.functype	stackRestore (i32) -> ()
	local.get	0
	global.set	__stack_pointer
	end_function

	.globl	stackAlloc
	.type	stackAlloc,@function
stackAlloc:
	.functype	stackAlloc (i32) -> (i32)
	global.get	__stack_pointer
	local.get	0
	i32.sub
	i32.const	-16
	i32.and
	global.set	__stack_pointer
	global.get	__stack_pointer
	end_function

	.globl	emscripten_stack_get_current
	.type	emscripten_stack_get_current,@function
emscripten_stack_get_current:
	.functype	emscripten_stack_get_current () -> (i32)
	global.get	__stack_pointer
	end_function

	.globl	_emscripten_stack_restore
	.type	_emscripten_stack_restore,@function
_emscripten_stack_restore:
	.functype	_emscripten_stack_restore (i32) -> ()
	local.get	0
	global.set	__stack_pointer
	end_function

	.globl	_emscripten_stack_alloc
	.type	_emscripten_stack_alloc,@function
_emscripten_stack_alloc:
	.functype	_emscripten_stack_alloc (i32) -> (i32)
	local.get	0
	call	stackAlloc
	end_function

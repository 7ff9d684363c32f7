/* The thread code of musl makes a few system calls: futex is done with memory.atomic.wait32 and notify, the others do
   not exist. */
#define SYS_futex 1
#define SYS_set_robust_list 2
#define SYS_get_robust_list 3
#define SYS_exit 4
#define SYS_sched_setscheduler 5

__attribute__((__visibility__("hidden"))) long __wasm_futex(long, volatile int *, int, int, const void *);

static inline long __wasm_syscall(long n, long a, long b, long c, long d)
{
	return n == SYS_futex ? __wasm_futex(n, (volatile int *)a, b, c, (const void *)d) : -ENOSYS;
}

static inline long __syscall0(long n) { return __wasm_syscall(n, 0, 0, 0, 0); }
static inline long __syscall1(long n, long a) { return __wasm_syscall(n, a, 0, 0, 0); }
static inline long __syscall2(long n, long a, long b) { return __wasm_syscall(n, a, b, 0, 0); }
static inline long __syscall3(long n, long a, long b, long c) { return __wasm_syscall(n, a, b, c, 0); }
static inline long __syscall4(long n, long a, long b, long c, long d) { return __wasm_syscall(n, a, b, c, d); }
static inline long __syscall5(long n, long a, long b, long c, long d, long e) { return __wasm_syscall(n, a, b, c, d); }
static inline long __syscall6(long n, long a, long b, long c, long d, long e, long f) { return __wasm_syscall(n, a, b, c, d); }

#include <limits.h>
#include "pthread_impl.h"

/* A timeout is relative. */
long __wasm_futex(long number, volatile int *address, int operation, int value, const void *timeout)
{
	const struct timespec *t = timeout;
	long long nanoseconds = -1;
	switch (operation & ~FUTEX_PRIVATE) {
	case FUTEX_WAIT:
		if (t) nanoseconds = t->tv_sec > LLONG_MAX / 2000000000 ? -1 : t->tv_sec * 1000000000LL + t->tv_nsec;
		switch (__builtin_wasm_memory_atomic_wait32((int *)address, value, nanoseconds)) {
		case 0: return 0;
		case 1: return -EAGAIN;
		default: return -ETIMEDOUT;
		}
	case FUTEX_WAKE:
		return __builtin_wasm_memory_atomic_notify((int *)address, value);
	case FUTEX_REQUEUE:
		/* The requeued are woken instead: they find the lock taken and wait again. */
		return __builtin_wasm_memory_atomic_notify((int *)address, INT_MAX);
	default:
		return -ENOSYS;
	}
}

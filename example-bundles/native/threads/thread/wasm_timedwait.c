#include <time.h>
#include "pthread_impl.h"

/* WASI's clocks are addresses; a condition variable keeps 0 for the real-time clock and 1 for the monotonic one. */
int __timedwait_cp(volatile int *addr, int val, clockid_t clk, const struct timespec *at, int priv)
{
	struct timespec now, left;
	int r;
	if (!at) {
		r = -__syscall(SYS_futex, addr, FUTEX_WAIT, val, 0);
		return r == ETIMEDOUT ? ETIMEDOUT : 0;
	}
	if (at->tv_nsec >= 1000000000UL) return EINVAL;
	if ((uintptr_t)clk <= 1) clk = clk ? CLOCK_MONOTONIC : CLOCK_REALTIME;
	if (clock_gettime(clk, &now)) return EINVAL;
	left.tv_sec = at->tv_sec - now.tv_sec;
	left.tv_nsec = at->tv_nsec - now.tv_nsec;
	if (left.tv_nsec < 0) {
		left.tv_sec--;
		left.tv_nsec += 1000000000;
	}
	if (left.tv_sec < 0) return ETIMEDOUT;
	r = -__syscall(SYS_futex, addr, FUTEX_WAIT, val, &left);
	return r == ETIMEDOUT ? ETIMEDOUT : 0;
}

int __timedwait(volatile int *addr, int val, clockid_t clk, const struct timespec *at, int priv)
{
	return __timedwait_cp(addr, val, clk, at, priv);
}

#include <time.h>
#include "pthread_impl.h"

int pthread_condattr_setclock(pthread_condattr_t *a, clockid_t clk)
{
	if (clk != CLOCK_REALTIME && clk != CLOCK_MONOTONIC) return EINVAL;
	a->__attr = (a->__attr & 0x80000000) | (clk == CLOCK_MONOTONIC);
	return 0;
}

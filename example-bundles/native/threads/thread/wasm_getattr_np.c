#define _GNU_SOURCE
#include "pthread_impl.h"

extern char __stack_low, __stack_high;

int pthread_getattr_np(pthread_t t, pthread_attr_t *a)
{
	*a = (pthread_attr_t){0};
	a->_a_detach = t->detach_state >= DT_DETACHED;
	a->_a_stackaddr = t->stack ? (uintptr_t)t->stack : (uintptr_t)&__stack_high;
	a->_a_stacksize = t->stack ? t->stack_size : (size_t)(&__stack_high - &__stack_low);
	return 0;
}

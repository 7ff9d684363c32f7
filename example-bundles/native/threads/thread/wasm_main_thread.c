#include "wasm_thread.h"
#include "libc.h"

/* The host gives thread ids from 1 to 0x1fffffff. */
#define MAIN_TID 0x20000000

volatile int __thread_list_lock;
_Thread_local struct __pthread *__wasm_self;

static struct thread main_thread;

/* Before every other constructor: locale, stdio and locks ask who the thread is. */
__attribute__((constructor(1))) static void init_main_thread(void)
{
	pthread_t self = &main_thread.pt;
	self->self = self->next = self->prev = self;
	self->tid = MAIN_TID;
	self->detach_state = DT_JOINABLE;
	self->locale = &libc.global_locale;
	self->robust_list.head = &self->robust_list.head;
	libc.can_do_threads = 1;
	__wasm_self = self;
}

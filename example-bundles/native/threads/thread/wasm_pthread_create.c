#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include "wasm_thread.h"
#include "stdio_impl.h"
#include "libc.h"
#include "lock.h"

static void dummy_0()
{
}
weak_alias(dummy_0, __acquire_ptc);
weak_alias(dummy_0, __release_ptc);
weak_alias(dummy_0, __pthread_tsd_run_dtors);
weak_alias(dummy_0, __do_orphaned_stdio_locks);

static volatile size_t no_tsd = 0;
weak_alias(no_tsd, __pthread_tsd_size);
static void *no_main_tsd[1] = { 0 };
weak_alias(no_main_tsd, __pthread_tsd_main);
static FILE *volatile no_file = 0;
weak_alias(no_file, __stdin_used);
weak_alias(no_file, __stdout_used);
weak_alias(no_file, __stderr_used);

__attribute__((__import_module__("wasi"), __import_name__("thread-spawn")))
int __wasm_thread_spawn(struct start *);

#ifdef WASM_STATIC
/* Takes the exported start function out of libc.a. */
void wasi_thread_start(int, struct start *);
__attribute__((used)) static void (*const started_by_host)(int, struct start *) = wasi_thread_start;
#endif

/* The lock of the list of threads, and of the dead. */

static int lock_count;
static int lock_waiters;

void __tl_lock(void)
{
	int tid = __pthread_self()->tid;
	int owner = __atomic_load_n(&__thread_list_lock, __ATOMIC_SEQ_CST);
	if (owner == tid) {
		lock_count++;
		return;
	}
	while ((owner = a_cas(&__thread_list_lock, 0, tid)))
		__wait(&__thread_list_lock, &lock_waiters, owner, 0);
}

void __tl_unlock(void)
{
	if (lock_count) {
		lock_count--;
		return;
	}
	a_store(&__thread_list_lock, 0);
	if (__atomic_load_n(&lock_waiters, __ATOMIC_SEQ_CST)) __wake(&__thread_list_lock, 1, 0);
}

/* Detached threads that have ended cannot free the stack that they stand on: the next thread to come or go does, when
   wasi_thread_start.s has left it. */

static struct thread *dead;

static struct thread *take_dead(void)
{
	struct thread *gone = 0, **link = &dead;
	while (*link) {
		struct thread *t = *link;
		if (__atomic_load_n(&t->pt.detach_state, __ATOMIC_SEQ_CST) == DT_EXITED) {
			*link = t->next_dead;
			t->next_dead = gone;
			gone = t;
		} else {
			link = &t->next_dead;
		}
	}
	return gone;
}

static void free_all(struct thread *t)
{
	while (t) {
		struct thread *next = t->next_dead;
		__wasm_thread_free(&t->pt);
		t = next;
	}
}

void __wasm_thread_free(pthread_t t)
{
	free(t->map_base);
}

static volatile int *leave(struct thread *t)
{
	pthread_t self = &t->pt;
	__pthread_tsd_run_dtors();
	int state = a_cas(&self->detach_state, DT_JOINABLE, DT_EXITING);
	LOCK(self->killlock);
	__tl_lock();
	__do_orphaned_stdio_locks();
	if (!--libc.threads_minus_1) libc.need_locks = -1;
	self->next->prev = self->prev;
	self->prev->next = self->next;
	self->prev = self->next = self;
	struct thread *gone = take_dead();
	if (state == DT_DETACHED) {
		t->next_dead = dead;
		dead = t;
	}
	UNLOCK(self->killlock);
	__tl_unlock();
	free_all(gone);
	return &self->detach_state;
}

/* Called by wasi_thread_start.s, which stores DT_EXITED where the result points, when nothing is on the stack. */
hidden volatile int *__wasm_thread_main(int tid, struct start *start)
{
	struct thread *t = start->thread;
	__wasm_self = &t->pt;
	a_store(&t->pt.tid, tid);
	if (start->c11) t->pt.result = (void *)(intptr_t)((int (*)(void *))start->function)(start->argument);
	else t->pt.result = start->function(start->argument);
	return leave(t);
}

static void begin_threads(void)
{
	FILE *used[] = { __stdin_used, __stdout_used, __stderr_used };
	for (FILE *f = *__ofl_lock(); f; f = f->next)
		if (f->lock < 0) f->lock = 0;
	__ofl_unlock();
	for (int i = 0; i < 3; i++)
		if (used[i] && used[i]->lock < 0) used[i]->lock = 0;
	if (!__pthread_self()->tsd) __pthread_self()->tsd = (void **)__pthread_tsd_main;
	libc.threaded = 1;
}

static size_t round_up(size_t size)
{
	return size + 15 & ~(size_t)15;
}

int __pthread_create(pthread_t *restrict res, const pthread_attr_t *restrict attrp, void *(*entry)(void *), void *restrict arg)
{
	int c11 = attrp == __ATTRP_C11_THREAD;
	size_t stack_size = __default_stacksize, tls_size = 0, tls_align = 16;
	char *given = 0;
	pthread_t self = __pthread_self();
	if (!libc.can_do_threads) return ENOSYS;
	if (!libc.threaded) begin_threads();
	if (attrp && !c11) {
		if (attrp->_a_stacksize) stack_size = attrp->_a_stacksize;
		given = (char *)attrp->_a_stackaddr;
	}
#ifdef WASM_STATIC
	tls_size = __builtin_wasm_tls_size();
	if (__builtin_wasm_tls_align() > tls_align) tls_align = __builtin_wasm_tls_align();
#endif
	size_t stack = given ? 0 : round_up(stack_size);
	size_t tsd = round_up(__pthread_tsd_size);
	size_t size = stack + round_up(sizeof(struct thread)) + tsd + (tls_size ? tls_size + tls_align : 0);
	char *map = aligned_alloc(16, size);
	if (!map) return EAGAIN;
	memset(map + stack, 0, size - stack);
	struct thread *t = (void *)(map + stack);
	pthread_t new = &t->pt;
	char *end = map + stack + round_up(sizeof(struct thread));
	new->self = new;
	new->map_base = (void *)map;
	new->map_size = size;
	new->stack = given ? given : (char *)t;
	new->stack_size = stack_size;
	new->tsd = (void **)end;
	new->locale = &libc.global_locale;
	new->detach_state = attrp && !c11 && attrp->_a_detach ? DT_DETACHED : DT_JOINABLE;
	new->robust_list.head = &new->robust_list.head;
	t->start.stack_top = (void *)((uintptr_t)new->stack & -16);
	t->start.tls = (void *)((uintptr_t)(end + tsd + tls_align - 1) & -tls_align);
	t->start.function = entry;
	t->start.argument = arg;
	t->start.thread = t;
	t->start.c11 = c11;

	__acquire_ptc();
	__tl_lock();
	struct thread *gone = take_dead();
	if (!libc.threads_minus_1++) libc.need_locks = 1;
	int tid = __wasm_thread_spawn(&t->start);
	if (tid > 0) {
		a_store(&new->tid, tid);
		new->next = self->next;
		new->prev = self;
		new->next->prev = new;
		new->prev->next = new;
	} else if (!--libc.threads_minus_1) {
		libc.need_locks = 0;
	}
	__tl_unlock();
	__release_ptc();
	free_all(gone);
	if (tid <= 0) {
		free(map);
		return EAGAIN;
	}
	*res = new;
	return 0;
}

weak_alias(__pthread_create, pthread_create);

#include "pthread_impl.h"

/* One allocation for each thread: stack, this, thread-specific data and, in a static program, TLS. */
struct thread {
	struct pthread pt;
	struct thread *next_dead;
	/* wasi_thread_start.s reads the first two. */
	struct start {
		void *stack_top;
		void *tls;
		void *(*function)(void *);
		void *argument;
		struct thread *thread;
		int c11;
	} start;
};

hidden void __wasm_thread_free(pthread_t);

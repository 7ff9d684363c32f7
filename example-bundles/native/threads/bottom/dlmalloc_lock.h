/* dlmalloc's own spin lock calls sched_yield; this one waits on a futex: 0 free, 1 taken, 2 taken and waited for. */
#define USE_LOCKS 2
#define MLOCK_T int
#define INITIAL_LOCK(l) (*(l) = 0, 0)
#define DESTROY_LOCK(l) (0)
#define TRY_LOCK(l) dl_try_lock(l)
#define ACQUIRE_LOCK(l) dl_acquire(l)
#define RELEASE_LOCK(l) dl_release(l)

static inline int dl_try_lock(int *l)
{
	int free = 0;
	return __atomic_compare_exchange_n(l, &free, 1, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
}

static inline int dl_acquire(int *l)
{
	if (dl_try_lock(l)) return 0;
	while (__atomic_exchange_n(l, 2, __ATOMIC_SEQ_CST)) __builtin_wasm_memory_atomic_wait32(l, 2, -1);
	return 0;
}

static inline void dl_release(int *l)
{
	if (__atomic_exchange_n(l, 0, __ATOMIC_SEQ_CST) == 2) __builtin_wasm_memory_atomic_notify(l, 1);
}

static MLOCK_T malloc_global_mutex;

/* A lock-free stack and a map under a mutex: short histories of several threads, with what each has seen of the others. */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>

enum { NODES = 64, KEYS = 4 };
enum { PUSH, POP, PUSH_TORN, PUT, GET, REMOVE };

/* What to do, whether to let others run in the middle of it, what it gave, and the clock before and after. */
struct step {
  int kind, key, value, gap, result, begun, ended;
};

static atomic_int now, arrived, used;

/* A node number and one, 0 for none, and above it how often the head has changed: a node may come again. */
static _Atomic unsigned long long head;
static int values[NODES];
static _Atomic unsigned next[NODES];

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int map[KEYS];

static void gap(const struct step *step) {
  if (step->gap) sched_yield();
}

static int push(const struct step *step) {
  unsigned node = (unsigned)atomic_fetch_add(&used, 1);
  values[node] = step->value;
  unsigned long long before = atomic_load(&head), after;
  do {
    atomic_store(&next[node], (unsigned)before);
    after = ((before >> 32) + 1) << 32 | (node + 1);
    gap(step);
  } while (!atomic_compare_exchange_weak(&head, &before, after));
  return 0;
}

/* Wrong, to see that it is found. */
static int push_torn(const struct step *step) {
  unsigned node = (unsigned)atomic_fetch_add(&used, 1);
  values[node] = step->value;
  unsigned long long before = atomic_load(&head);
  atomic_store(&next[node], (unsigned)before);
  gap(step);
  atomic_store(&head, ((before >> 32) + 1) << 32 | (node + 1));
  return 0;
}

static int pop(const struct step *step) {
  unsigned long long before = atomic_load(&head), after;
  unsigned node;
  do {
    node = (unsigned)before;
    if (!node) return 0;
    after = ((before >> 32) + 1) << 32 | atomic_load(&next[node - 1]);
    gap(step);
  } while (!atomic_compare_exchange_weak(&head, &before, after));
  return values[node - 1];
}

static int in_map(const struct step *step) {
  pthread_mutex_lock(&lock);
  int before = map[step->key];
  gap(step);
  if (step->kind == PUT) map[step->key] = step->value;
  if (step->kind == REMOVE) map[step->key] = 0;
  pthread_mutex_unlock(&lock);
  return before;
}

static int run(const struct step *step) {
  switch (step->kind) {
    case PUSH: return push(step);
    case POP: return pop(step);
    case PUSH_TORN: return push_torn(step);
    default: return in_map(step);
  }
}

/* Empties both; nobody may be at work. */
void begin(void) {
  atomic_store(&now, 0);
  atomic_store(&arrived, 0);
  atomic_store(&used, 0);
  atomic_store(&head, 0);
  memset(map, 0, sizeof map);
}

/* Does one thread's steps when all threads are here. */
void work(int threads, struct step *steps, int count) {
  atomic_fetch_add(&arrived, 1);
  while (atomic_load(&arrived) < threads) sched_yield();
  for (int i = 0; i < count; i++) {
    steps[i].begun = atomic_fetch_add(&now, 1);
    steps[i].result = run(&steps[i]);
    steps[i].ended = atomic_fetch_add(&now, 1);
  }
}

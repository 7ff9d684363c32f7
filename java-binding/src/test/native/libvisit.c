/* What a thread can tell of itself, and what threads share. */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static _Thread_local int mine = 5;
static _Thread_local char text[64];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t again;
static pthread_cond_t both = PTHREAD_COND_INITIALIZER;
static int total, arrived;

__attribute__((constructor)) static void init(void) {
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init(&again, &attributes);
}

/* Thread-local. */
int add(int n) { return mine += n; }

/* Shared, under a lock; what is read is written back a while later. */
int add_all(int n) {
  pthread_mutex_lock(&lock);
  int before = total;
  for (volatile int i = 0; i < 100; i++) {
  }
  total = before + n;
  int now = total;
  pthread_mutex_unlock(&lock);
  return now;
}

int self(void) { return (int)pthread_self(); }

/* EDEADLK, 16 in WASI, if C knows that it has the lock itself. */
int lock_twice(void) {
  int first = pthread_mutex_lock(&again);
  int second = pthread_mutex_lock(&again);
  pthread_mutex_unlock(&again);
  return first ? -first : second;
}

/* Returns when two threads are inside. */
int meet(void) {
  pthread_mutex_lock(&lock);
  arrived++;
  pthread_cond_broadcast(&both);
  while (arrived < 2) pthread_cond_wait(&both, &lock);
  int now = arrived;
  pthread_mutex_unlock(&lock);
  return now;
}

/* errno is the thread's own. */
int fail(int number) {
  errno = number;
  return -1;
}
int last_error(void) { return errno; }

/* A buffer of the thread's own, made by the C library under the lock of a FILE that lies on the stack. */
const char *tell(const char *name) {
  snprintf(text, sizeof text, "hello %s %d", name, mine);
  return text;
}

/* Calls back. */
int each(int count, int (*function)(int)) {
  int sum = 0;
  for (int i = 0; i < count; i++) sum += function(i);
  return sum;
}

static void *work(void *argument) { return (void *)(long)add_all((int)(long)argument); }

/* A thread that a visitor begins and waits for. */
int in_another(int n) {
  pthread_t thread;
  void *result;
  if (pthread_create(&thread, NULL, work, (void *)(long)n)) return -1;
  pthread_join(thread, &result);
  return (int)(long)result;
}

#include <pthread.h>
/* A counter that many write to and more read, and a shelf with room for one. */
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static long one, two;
static int on_shelf;
void write_both(void) { pthread_rwlock_wrlock(&rw); one++; two++; pthread_rwlock_unlock(&rw); }
long difference(void) { pthread_rwlock_rdlock(&rw); long d = one - two; pthread_rwlock_unlock(&rw); return d; }
long both(void) { return one + two; }
void put(int v) { pthread_mutex_lock(&lock); while (on_shelf) pthread_cond_wait(&changed, &lock); on_shelf = v; pthread_cond_broadcast(&changed); pthread_mutex_unlock(&lock); }
int take(void) { pthread_mutex_lock(&lock); while (!on_shelf) pthread_cond_wait(&changed, &lock); int v = on_shelf; on_shelf = 0; pthread_cond_broadcast(&changed); pthread_mutex_unlock(&lock); return v; }

/* A thread ends the program while others spin, wait for a lock and sleep in the system. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int finish(const char *);
static volatile long spins;
static pthread_barrier_t begun;
static pthread_mutex_t never = PTHREAD_MUTEX_INITIALIZER;
static void *spin(void *x) { pthread_barrier_wait(&begun); for (;;) spins++; return x; }
static void *blocked(void *x) { pthread_barrier_wait(&begun); pthread_mutex_lock(&never); puts("not reached"); return x; }
static void *asleep(void *x) { pthread_barrier_wait(&begun); sleep(1000); puts("not reached"); return x; }
static void *ending(void *how) { pthread_barrier_wait(&begun); finish(how); return NULL; }
static void at_exit(void) { puts("exit function"); }
int main(int argc, char **argv) {
    pthread_t t[4];
    (void)argc;
    atexit(at_exit);
    printf("ending by %s\n", argv[1]);
    fflush(stdout);
    pthread_mutex_lock(&never);
    pthread_barrier_init(&begun, NULL, 5);
    pthread_create(&t[0], NULL, spin, NULL);
    pthread_create(&t[1], NULL, blocked, NULL);
    pthread_create(&t[2], NULL, asleep, NULL);
    pthread_create(&t[3], NULL, ending, argv[1]);
    pthread_barrier_wait(&begun);
    pthread_join(t[3], NULL);
    return 9;
}

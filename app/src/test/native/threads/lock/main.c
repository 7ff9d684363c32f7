/* What libc builds on atomics: locks in a library, condition variables, read-write locks, semaphores, barriers, spin locks. */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <time.h>
void write_both(void), put(int);
long difference(void), both(void);
int take(void);
static long wrong;
static void *writer(void *x) { for (int i = 0; i < 500; i++) write_both(); return x; }
static void *reader(void *x) { for (int i = 0; i < 500; i++) if (difference()) wrong++; return x; }
static void *bring(void *first) { for (int i = 0; i < 200; i++) put(*(int *)first + i); return NULL; }
static pthread_barrier_t barrier;
static pthread_spinlock_t spin;
static int serial, rounds[4];
static void *meet(void *argument) {
    int me = *(int *)argument;
    for (int i = 0; i < 50; i++) {
        rounds[me]++;
        if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) {
            for (int j = 0; j < 4; j++) if (rounds[j] != rounds[me]) wrong++;
            pthread_spin_lock(&spin); serial++; pthread_spin_unlock(&spin);
        }
        pthread_barrier_wait(&barrier);
    }
    return NULL;
}
static sem_t full, empty;
static void *post(void *x) { for (int i = 0; i < 100; i++) { sem_wait(&empty); sem_post(&full); } return x; }
int main(void) {
    pthread_t t[4];
    int first[2] = {1, 1001}, me[4] = {0, 1, 2, 3};
    long sum = 0;
    for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, i % 2 ? reader : writer, NULL);
    for (int i = 0; i < 4; i++) pthread_join(t[i], NULL);
    printf("both %ld wrong %ld\n", both(), wrong);
    for (int i = 0; i < 2; i++) pthread_create(&t[i], NULL, bring, &first[i]);
    for (int i = 0; i < 400; i++) sum += take();
    for (int i = 0; i < 2; i++) pthread_join(t[i], NULL);
    printf("taken %ld\n", sum);
    pthread_barrier_init(&barrier, NULL, 4);
    pthread_spin_init(&spin, 0);
    for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, meet, &me[i]);
    for (int i = 0; i < 4; i++) pthread_join(t[i], NULL);
    printf("met %d wrong %ld\n", serial, wrong);
    sem_init(&full, 0, 0);
    sem_init(&empty, 0, 3);
    pthread_create(&t[0], NULL, post, NULL);
    for (int i = 0; i < 100; i++) { sem_wait(&full); sem_post(&empty); }
    pthread_join(t[0], NULL);
    int left;
    sem_getvalue(&empty, &left);
    printf("empty %d, none full %d\n", left, sem_trywait(&full) == -1 && errno == EAGAIN);
    struct timespec soon;
    clock_gettime(CLOCK_REALTIME, &soon);
    soon.tv_nsec = (soon.tv_nsec + 10000000) % 1000000000;
    soon.tv_sec += soon.tv_nsec < 10000000;
    printf("timed out %d\n", sem_timedwait(&full, &soon) == -1 && errno == ETIMEDOUT);
    return 0;
}

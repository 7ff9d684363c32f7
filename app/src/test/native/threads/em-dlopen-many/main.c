/* Many threads open the same libraries at once, each from another one on: each is constructed once, and is one object. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
enum { THREADS = 8, LIBRARIES = 6 };
extern _Atomic int constructed[LIBRARIES], destructed[LIBRARIES];
static pthread_barrier_t all;
struct opened { int me; void *handles[LIBRARIES], *functions[LIBRARIES]; long sum; };
static void *work(void *argument) {
    struct opened *o = argument;
    pthread_barrier_wait(&all);
    for (int k = 0; k < LIBRARIES; k++) {
        int i = (o->me + k) % LIBRARIES;
        char name[32];
        snprintf(name, sizeof name, "libmany%d.so", i);
        o->handles[i] = dlopen(name, RTLD_NOW | RTLD_LOCAL);
        snprintf(name, sizeof name, "many%d", i);
        o->functions[i] = o->handles[i] ? dlsym(o->handles[i], name) : NULL;
        if (!o->functions[i]) { printf("%s\n", dlerror()); return NULL; }
        o->sum += ((int (*)(int))o->functions[i])(o->me);
    }
    pthread_barrier_wait(&all);
    for (int i = 0; i < LIBRARIES; i++) o->sum += dlclose(o->handles[i]) ? 1000000 : 0;
    return NULL;
}
int main(void) {
    for (int round = 0; round < 3; round++) {
        pthread_t t[THREADS];
        struct opened o[THREADS] = {0};
        int same = 1;
        pthread_barrier_init(&all, NULL, THREADS);
        for (int i = 0; i < THREADS; i++) { o[i].me = i; pthread_create(&t[i], NULL, work, &o[i]); }
        for (int i = 0; i < THREADS; i++) {
            pthread_join(t[i], NULL);
            for (int k = 0; k < LIBRARIES; k++) same &= o[i].functions[k] == o[0].functions[k];
        }
        printf("same %d sums", same);
        for (int i = 0; i < THREADS; i++) printf(" %ld", o[i].sum);
        printf(" constructed");
        for (int k = 0; k < LIBRARIES; k++) printf(" %d/%d", constructed[k], destructed[k]);
        puts("");
    }
    return 0;
}

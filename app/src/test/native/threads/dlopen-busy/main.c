/* A library is opened, called and closed while threads spin without calls, sleep in a lock, and call each other. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
static _Atomic int stop, begun;
static _Atomic(int (*)(int)) published;
static pthread_mutex_t never = PTHREAD_MUTEX_INITIALIZER;
static void *spin(void *x) { atomic_fetch_add(&begun, 1); while (!atomic_load(&stop)) { } return x; }
static void *blocked(void *x) { atomic_fetch_add(&begun, 1); pthread_mutex_lock(&never); pthread_mutex_unlock(&never); return x; }
/* Comes to the library by a pointer in memory alone. */
static void *older(void *x) {
    int (*f)(int) = (int (*)(int))x;
    atomic_fetch_add(&begun, 1);
    while (!(f = atomic_load(&published))) { }
    return (void *)(long)(f(1) * 1000 + f(2));
}
int main(void) {
    pthread_t t[4], o;
    long sum = 0;
    void *result;
    pthread_mutex_lock(&never);
    pthread_create(&t[0], NULL, spin, NULL);
    pthread_create(&t[1], NULL, blocked, NULL);
    pthread_create(&o, NULL, older, NULL);
    while (atomic_load(&begun) < 3) { }
    for (int i = 0; i < 20; i++) {
        void *library = dlopen("libplug.so", RTLD_NOW);
        int (*f)(int) = library ? (int (*)(int))dlsym(library, "plug") : NULL;
        if (!f) { printf("%s\n", dlerror()); return 1; }
        sum += f(i) + f(i);
        if (i == 19) { atomic_store(&published, f); pthread_join(o, &result); }
        if (dlclose(library)) { printf("%s\n", dlerror()); return 1; }
    }
    printf("sum %ld, an older thread %ld\n", sum, (long)result);
    atomic_store(&stop, 1);
    pthread_mutex_unlock(&never);
    for (int i = 0; i < 2; i++) pthread_join(t[i], NULL);
    return 0;
}

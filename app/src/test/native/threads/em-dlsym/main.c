/* Several threads ask for the same symbols at once: functions and data have one address, thread-local data one for each thread. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
static pthread_barrier_t all;
static void *library;
struct found { void *function, *data; int *local; int right, unknown; };
static void *look(void *argument) {
    struct found *f = argument;
    pthread_barrier_wait(&all);
    f->function = dlsym(library, "function");
    f->data = dlsym(library, "data");
    f->local = dlsym(library, "local");
    f->unknown = dlsym(library, "unknown") == NULL && dlerror() != NULL && dlerror() == NULL;
    int *(*address)(void) = (int *(*)(void))dlsym(library, "local_address");
    f->right = f->local && *f->local == 7 && address() == f->local && ((int (*)(void))f->function)() == 5;
    *f->local = 8;
    pthread_barrier_wait(&all);
    return NULL;
}
int main(void) {
    pthread_t t[6];
    struct found f[6];
    int same = 1, differ = 1, right = 1, unknown = 1;
    library = dlopen("libsym.so", RTLD_NOW);
    if (!library) { puts(dlerror()); return 1; }
    pthread_barrier_init(&all, NULL, 6);
    for (int i = 0; i < 6; i++) pthread_create(&t[i], NULL, look, &f[i]);
    for (int i = 0; i < 6; i++) pthread_join(t[i], NULL);
    for (int i = 0; i < 6; i++) {
        same &= f[i].function == f[0].function && f[i].data == f[0].data;
        right &= f[i].right;
        unknown &= f[i].unknown;
        for (int j = 0; j < i; j++) differ &= f[i].local != f[j].local;
    }
    printf("same %d differ %d right %d unknown %d main %d\n", same, differ, right, unknown, *(int *)dlsym(library, "local"));
    return dlclose(library);
}

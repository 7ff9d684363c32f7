/* A thread opens a library; main, older and younger threads call it, by symbol and by pointer; nobody closes it. */
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
typedef int (*call)(int);
static pthread_barrier_t opened;
static void *library;
static call by_symbol, by_pointer;
static void *older(void *x) { pthread_barrier_wait(&opened); return (void *)(long)(by_symbol(1) + by_pointer(2) + *(int *)x); }
static void *younger(void *x) { call again = (call)dlsym(library, "side_call"); return (void *)(long)(again == by_symbol ? again(*(int *)x) : -1); }
static void *open_it(void *x) {
    library = dlopen("libside.so", RTLD_NOW | RTLD_GLOBAL);
    if (!library) { puts(dlerror()); return x; }
    by_symbol = (call)dlsym(library, "side_call");
    by_pointer = *(call *)dlsym(library, "side_pointer");
    printf("same pointer %d\n", by_symbol == by_pointer);
    return x;
}
int main(void) {
    pthread_t t[3], opener;
    int number[3] = {100, 200, 300};
    void *result;
    pthread_barrier_init(&opened, NULL, 3);
    for (int i = 0; i < 2; i++) pthread_create(&t[i], NULL, older, &number[i]);
    pthread_create(&opener, NULL, open_it, NULL);
    pthread_join(opener, NULL);
    printf("main %d\n", by_symbol(1000));
    *(int *)dlsym(library, "side_data") = 50;
    pthread_barrier_wait(&opened);
    for (int i = 0; i < 2; i++) { pthread_join(t[i], &result); printf("older %ld\n", (long)result); }
    pthread_create(&t[2], NULL, younger, &number[2]);
    pthread_join(t[2], &result);
    printf("younger %ld, global %d\n", (long)result, dlsym(RTLD_DEFAULT, "side_call") == (void *)by_symbol);
    return 0;
}

// Threads throw out of a library and catch in another and in main, all at once.
#include "throw.h"
#include <pthread.h>
#include <stdio.h>
static pthread_barrier_t all;
static int nested(int value) {
    try {
        try { throw_int(value); } catch (...) { throw; }
    } catch (...) {
        int outer = caught_value();
        try { throw_int(value + 1); } catch (...) { return outer * 10 + caught_value(); }
    }
}
static void *work(void *argument) {
    long sum = 0;
    int value = *static_cast<int *>(argument);
    pthread_barrier_wait(&all);
    for (int i = 0; i < 100; i++) {
        try { throw_int(value); } catch (...) { sum += caught_value(); }
        sum += nested(value);
    }
    for (int i = 1; i <= 5; i++) if (with_cleanup(value + i) != 3 * i) sum = -1;
    return reinterpret_cast<void *>(sum);
}
int main() {
    pthread_t t[4];
    int number[5] = {1, 2, 3, 4, 5};
    void *sum;
    pthread_barrier_init(&all, nullptr, 4);
    for (int i = 0; i < 4; i++) pthread_create(&t[i], nullptr, work, &number[i]);
    for (int i = 0; i < 4; i++) { pthread_join(t[i], &sum); printf("sum %ld\n", reinterpret_cast<long>(sum)); }
    pthread_barrier_init(&all, nullptr, 1);
    printf("main %ld\n", reinterpret_cast<long>(work(&number[4])));
    return 0;
}

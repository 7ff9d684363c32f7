/* Several threads at once jump out of a library, each to its own place; their stacks are what they were. */
#include "jumps.h"
#include <pthread.h>
#include <stdio.h>
void leap(jmp_buf, int, int);
static pthread_barrier_t all;
static void *jump(void *argument) {
    jmp_buf here;
    volatile long sum = 0;
    volatile int round = 0;
    pthread_barrier_wait(&all);
    while (round < 100) {
        int value = setjmp(here);
        if (value) { sum += value; round++; } else leap(here, 20, *(int *)argument);
    }
    return (void *)sum;
}
int main(void) {
    pthread_t t[4];
    int number[4] = {1, 20, 300, 4000};
    void *sum;
    pthread_barrier_init(&all, NULL, 4);
    for (int i = 0; i < 4; i++) pthread_create(&t[i], NULL, jump, &number[i]);
    for (int i = 0; i < 4; i++) { pthread_join(t[i], &sum); printf("sum %ld\n", (long)sum); }
    pthread_barrier_init(&all, NULL, 1);
    printf("main %ld\n", (long)jump(&number[2]));
    return 0;
}

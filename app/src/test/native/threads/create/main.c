/* Threads are made by main and by a library, with functions of both; results, stack sizes, many one after the other. */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
void *in_thread(void *(*)(void *), void *), *squared(void *);
static long total;
static void *add(void *argument) { total += *(long *)argument; return &total; }
static void *nested(void *argument) { return in_thread(squared, argument); }
static void *is_other(void *first) { return pthread_equal(pthread_self(), *(pthread_t *)first) ? first : NULL; }
int main(void) {
    pthread_t threads[6], self = pthread_self();
    long numbers[6], sum = 0;
    for (int i = 0; i < 6; i++) {
        numbers[i] = i + 1;
        if (pthread_create(&threads[i], NULL, squared, &numbers[i])) return 1;
    }
    for (int i = 0; i < 6; i++) {
        void *result;
        pthread_join(threads[i], &result);
        sum += *(long *)result;
        free(result);
    }
    printf("squares %ld\n", sum);
    long seven = 7, *square = in_thread(nested, &seven);
    printf("nested %ld\n", *square);
    free(square);
    for (long i = 0; i < 200; i++) in_thread(add, &i);
    printf("one after the other %ld, same address %d\n", total, in_thread(add, &(long){0}) == &total);
    printf("another thread is another %d\n", in_thread(is_other, &self) == NULL);
    pthread_attr_t attributes;
    size_t size;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 512 * 1024);
    pthread_attr_getstacksize(&attributes, &size);
    pthread_create(&threads[0], &attributes, add, &(long){100});
    pthread_join(threads[0], NULL);
    printf("stack %d total %ld\n", (int)size, total);
    return 3;
}

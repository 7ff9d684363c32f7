#include <pthread.h>
#include <stdlib.h>
/* Makes a thread whose function is another module's, and waits for it. */
void *in_thread(void *(*work)(void *), void *argument) {
    pthread_t thread;
    void *result = NULL;
    if (pthread_create(&thread, NULL, work, argument) || pthread_join(thread, &result)) abort();
    return result;
}
/* A thread's function here; what it gives was allocated in the thread. */
void *squared(void *argument) {
    long *result = malloc(sizeof *result);
    *result = *(long *)argument * *(long *)argument;
    return result;
}

#include "queue.h"

#include <pthread.h>
#include <stdlib.h>

#define MOST_WAITING 16

struct item {
    void (*work)(void *);
    void *argument;
};

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t changed; /* anything below: few threads wait, and all look again */
    struct item waiting[MOST_WAITING];
    int first, count;
    int busy;
    int closed;
    int threads;
    pthread_t thread[];
};

/* NULL once the queue is closed and empty. Called with the lock. */
static struct item *next(struct queue *queue) {
    while (queue->count == 0 && !queue->closed) {
        pthread_cond_wait(&queue->changed, &queue->lock);
    }
    return queue->count == 0 ? NULL : &queue->waiting[queue->first];
}

static void *work(void *argument) {
    struct queue *queue = argument;
    struct item *found;
    pthread_mutex_lock(&queue->lock);
    while ((found = next(queue))) {
        struct item item = *found;
        queue->first = (queue->first + 1) % MOST_WAITING;
        queue->count--;
        queue->busy++;
        pthread_cond_broadcast(&queue->changed);
        pthread_mutex_unlock(&queue->lock);
        item.work(item.argument);
        pthread_mutex_lock(&queue->lock);
        queue->busy--;
        pthread_cond_broadcast(&queue->changed);
    }
    pthread_mutex_unlock(&queue->lock);
    return NULL;
}

struct queue *queue_open(int threads) {
    struct queue *queue = calloc(1, sizeof *queue + (size_t)threads * sizeof queue->thread[0]);
    if (!queue) {
        return NULL;
    }
    pthread_mutex_init(&queue->lock, NULL);
    pthread_cond_init(&queue->changed, NULL);
    while (queue->threads < threads) {
        if (pthread_create(&queue->thread[queue->threads], NULL, work, queue)) {
            queue_close(queue);
            return NULL;
        }
        queue->threads++;
    }
    return queue;
}

void queue_put(struct queue *queue, void (*work)(void *), void *argument) {
    pthread_mutex_lock(&queue->lock);
    while (queue->count == MOST_WAITING) {
        pthread_cond_wait(&queue->changed, &queue->lock);
    }
    queue->waiting[(queue->first + queue->count) % MOST_WAITING] = (struct item){work, argument};
    queue->count++;
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
}

void queue_finish(struct queue *queue) {
    pthread_mutex_lock(&queue->lock);
    while (queue->count > 0 || queue->busy > 0) {
        pthread_cond_wait(&queue->changed, &queue->lock);
    }
    pthread_mutex_unlock(&queue->lock);
}

void queue_close(struct queue *queue) {
    pthread_mutex_lock(&queue->lock);
    queue->closed = 1;
    pthread_cond_broadcast(&queue->changed);
    pthread_mutex_unlock(&queue->lock);
    for (int i = 0; i < queue->threads; i++) {
        pthread_join(queue->thread[i], NULL);
    }
    pthread_cond_destroy(&queue->changed);
    pthread_mutex_destroy(&queue->lock);
    free(queue);
}

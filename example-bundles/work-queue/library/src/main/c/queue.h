/* Work that several threads do: whoever has work puts it into a queue, and the first thread that is free takes it. */
#ifndef QUEUE_H
#define QUEUE_H

struct queue;

/* Starts some threads that wait for work; NULL if there is no room for them, or no thread can be made. */
struct queue *queue_open(int threads);

/* Adds work; waits while the queue is full. */
void queue_put(struct queue *queue, void (*work)(void *), void *argument);

/* Waits until all that was added is done. */
void queue_finish(struct queue *queue);

/* Finishes, ends the threads and frees the queue. */
void queue_close(struct queue *queue);

#endif

/*
 * Does jobs by several threads. Each line of input is the name of a job and a number: the job is a library that is opened
 * while the threads are at work on what came before, and its parts go into their queue.
 */
#include "job.h"
#include "queue.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#define THREADS 4
#define PARTS 8
#define MOST_JOBS 32

struct part {
    const struct job *job;
    long first, last, answer;
};

struct order {
    void *library;
    const struct job *job;
    long number;
    struct part parts[PARTS];
};

static void do_part(void *argument) {
    struct part *part = argument;
    part->answer = part->job->part(part->first, part->last);
}

static const struct job *open_job(struct order *order, const char *name) {
    char file[64];
    snprintf(file, sizeof file, "libjob-%s.so", name);
    order->library = dlopen(file, RTLD_NOW);
    const struct job *job = order->library ? dlsym(order->library, "job") : NULL;
    if (!job) {
        printf("%s\n", dlerror());
    } else if (job->version != JOB_VERSION) {
        printf("%s: version %d, expected %d\n", file, job->version, JOB_VERSION);
        job = NULL;
    }
    return job;
}

static void put(struct queue *queue, struct order *order) {
    for (int i = 0; i < PARTS; i++) {
        long first = order->number * i / PARTS + 1, last = order->number * (i + 1) / PARTS;
        order->parts[i] = (struct part){order->job, first, last, 0};
        queue_put(queue, do_part, &order->parts[i]);
    }
}

static void show(const struct order *order) {
    long answer = order->parts[0].answer;
    for (int i = 1; i < PARTS; i++) {
        answer = order->job->joined(answer, order->parts[i].answer);
    }
    printf("%s up to %ld: %ld\n", order->job->description, order->number, answer);
}

int main(void) {
    static struct order orders[MOST_JOBS];
    int count = 0;
    char name[32];
    struct queue *queue = queue_open(THREADS);
    if (!queue) {
        fprintf(stderr, "no threads\n");
        return EXIT_FAILURE;
    }
    while (count < MOST_JOBS && scanf("%31s %ld", name, &orders[count].number) == 2) {
        orders[count].job = open_job(&orders[count], name);
        if (orders[count].job) {
            put(queue, &orders[count++]);
        }
    }
    queue_finish(queue);
    for (int i = 0; i < count; i++) {
        show(&orders[i]);
    }
    queue_close(queue);
    /* No thread runs in them any more. */
    for (int i = 0; i < count; i++) {
        dlclose(orders[i].library);
    }
    return EXIT_SUCCESS;
}

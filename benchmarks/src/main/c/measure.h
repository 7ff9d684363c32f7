/*
 * Times a program's own work, so that one .wasm prints its figures on every engine.
 *
 *   PROGRAM [SIZE [REPETITIONS [SECONDS]]]
 *
 * SIZE is the program's own; 0 takes its default. The work is repeated, as engines that compile at run time
 * need to see it several times, and no more is begun after SECONDS. A line a repetition:
 *
 *   NAME NANOSECONDS CHECK
 *
 * CHECK is a number that the work gave: it must be the same on every engine.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define NOINLINE __attribute__((noinline))

/* Tells figures of one program built in several ways apart. */
#ifndef MEASURE_PREFIX
#define MEASURE_PREFIX ""
#endif

static struct {
    int size, repetitions, done;
    long long begun, limit, started;
} measure;

static long long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

/* Reads the command line; gives the size. */
static int measure_arguments(int argc, char **argv, int default_size) {
    int size = argc > 1 ? atoi(argv[1]) : 0;
    measure.size = size > 0 ? size : default_size;
    measure.repetitions = argc > 2 ? atoi(argv[2]) : 5;
    measure.limit = argc > 3 ? (long long)(atof(argv[3]) * 1e9) : 60000000000LL;
    measure.begun = nanoseconds();
    return measure.size;
}

/* Whether to do it once more; the first time always. */
static int measure_again(void) {
    int done = measure.done++;
    return done == 0 || (done < measure.repetitions && nanoseconds() - measure.begun < measure.limit);
}

static void measure_start(void) { measure.started = nanoseconds(); }

static void measure_stop(const char *name, unsigned check) {
    long long took = nanoseconds() - measure.started;
    printf(MEASURE_PREFIX "%s %lld %u\n", name, took, check);
    fflush(stdout);
}

/* For a program with one part. */
static inline int measure_main(int argc, char **argv, const char *name, int size, unsigned (*work)(int)) {
    size = measure_arguments(argc, argv, size);
    while (measure_again()) {
        measure_start();
        unsigned check = work(size);
        measure_stop(name, check);
    }
    return 0;
}

#endif

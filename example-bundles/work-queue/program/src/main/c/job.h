/* What a job of jobs.wasm is: a library libjob-NAME.so that defines job. */
#ifndef JOB_H
#define JOB_H

/* Counts up when the struct changes: a job of another version is not used. */
#define JOB_VERSION 1

struct job {
    int version;
    const char *description;
    /* The answer for the numbers first to last; several threads may ask at once. */
    long (*part)(long first, long last);
    /* The answer for both parts. */
    long (*joined)(long one, long other);
};

extern const struct job job;

#endif

/* Threads that loop, wait or read for ever; without a libc, and so without a stack: they use none. */
#include <stdatomic.h>

enum kind { LOOP, WAIT, READ };

__attribute__((import_module("wasi"), import_name("thread-spawn"))) int thread_spawn(int kind);
__attribute__((import_module("wasi_snapshot_preview1"), import_name("fd_read"))) int fd_read(int file, void *vectors, int count,
                                                                                              int *size);

static volatile int go_on = 1;
static _Atomic int begun;
static int word, size;
static char byte;
static struct {
    char *at;
    int size;
} vector = {&byte, 1};

__attribute__((export_name("wasi_thread_start"))) void thread_start(int number, enum kind kind) {
    (void)number;
    atomic_fetch_add(&begun, 1);
    while (kind == LOOP && go_on) {
    }
    if (kind == WAIT) {
        __builtin_wasm_memory_atomic_wait32(&word, 0, -1);
    }
    if (kind == READ) {
        fd_read(0, &vector, 1, &size);
    }
}

__attribute__((export_name("begin"))) int begin(enum kind kind) { return thread_spawn(kind); }

__attribute__((export_name("begun"))) int count(void) { return begun; }

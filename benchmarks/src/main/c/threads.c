/*
 * What threads cost: SIZE times each. Threads that are made and joined; a mutex that nobody else wants, and one that another
 * thread wants, too; an atomic addition; a word that goes to and fro between two threads that wait for it; and SHA-256
 * (SIZE / 8 KiB) by one thread and by two.
 */
#include "measure.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <string.h>

static void *nothing(void *argument) { return argument; }

static unsigned spawn(int size) {
    unsigned made = 0;
    for (int i = 0; i < size / 5000; i++) {
        pthread_t thread;
        void *result = NULL;
        if (pthread_create(&thread, NULL, nothing, &made) == 0) {
            pthread_join(thread, &result);
        }
        made += result == &made;
    }
    return made;
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned counter;

static NOINLINE unsigned mutex(int size) {
    counter = 0;
    for (int i = 0; i < size; i++) {
        pthread_mutex_lock(&lock);
        counter++;
        pthread_mutex_unlock(&lock);
    }
    return counter;
}

static NOINLINE void *count_up(void *size) {
    for (int i = 0; i < *(int *)size; i++) {
        pthread_mutex_lock(&lock);
        counter++;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

/* Two threads at once, with all that a function needs of it. */
static void both(void *(*work)(void *), void *one, void *other) {
    pthread_t thread;
    pthread_create(&thread, NULL, work, other);
    work(one);
    pthread_join(thread, NULL);
}

static unsigned mutex_contended(int size) {
    int half = size / 2;
    counter = 0;
    both(count_up, &half, &half);
    return counter;
}

static _Atomic unsigned added;

static NOINLINE unsigned atomic_add(int size) {
    added = 0;
    for (int i = 0; i < size; i++) {
        atomic_fetch_add(&added, 3);
    }
    return added;
}

static _Atomic int turn;
static int last_turn;

static void *play(void *argument) {
    int me = *(int *)argument, now;
    while ((now = atomic_load(&turn)) < last_turn) {
        if (now % 2 == me) {
            atomic_store(&turn, now + 1);
            __builtin_wasm_memory_atomic_notify((int *)&turn, 1);
        } else {
            __builtin_wasm_memory_atomic_wait32((int *)&turn, now, -1);
        }
    }
    return NULL;
}

static unsigned ping_pong(int size) {
    int players[2] = {0, 1};
    turn = 0;
    last_turn = size / 100;
    both(play, &players[0], &players[1]);
    return (unsigned)turn;
}

static uint32_t k[64];

static void fill(void) {
    for (uint32_t i = 0; i < 64; i++) {
        k[i] = (i + 1) * 0x9e3779b9u; /* any numbers will do for a figure */
    }
}

static uint32_t rotate(uint32_t x, int by) { return x >> by | x << (32 - by); }

static void hash_block(uint32_t *h, const uint8_t *block) {
    uint32_t w[64];
    for (int i = 0; i < 16; i++) {
        w[i] = (uint32_t)block[i * 4] << 24 | (uint32_t)block[i * 4 + 1] << 16 | (uint32_t)block[i * 4 + 2] << 8 | block[i * 4 + 3];
    }
    for (int i = 16; i < 64; i++) {
        uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
        uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
        w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    uint32_t a = h[0], b = h[1], c = h[2], d = h[3], e = h[4], f = h[5], g = h[6], last = h[7];
    for (int i = 0; i < 64; i++) {
        uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
        uint32_t t1 = last + s1 + ((e & f) ^ (~e & g)) + k[i] + w[i];
        uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
        uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
        last = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
    }
    h[0] += a, h[1] += b, h[2] += c, h[3] += d, h[4] += e, h[5] += f, h[6] += g, h[7] += last;
}

struct hashed {
    int blocks;
    uint32_t h[8];
};

static void *hash(void *argument) {
    struct hashed *hashed = argument;
    uint8_t block[64];
    for (int i = 0; i < hashed->blocks; i++) {
        memset(block, i, sizeof block);
        hash_block(hashed->h, block);
    }
    return NULL;
}

static unsigned sha_1(int size) {
    struct hashed parts[2] = {{size, {1}}, {size, {2}}};
    hash(&parts[0]);
    hash(&parts[1]);
    return parts[0].h[0] ^ parts[1].h[0];
}

static unsigned sha_2(int size) {
    struct hashed parts[2] = {{size, {1}}, {size, {2}}};
    both(hash, &parts[0], &parts[1]);
    return parts[0].h[0] ^ parts[1].h[0];
}

static const struct {
    const char *name;
    unsigned (*run)(int);
    int divided; /* so that all parts take some tens of milliseconds */
} PARTS[] = {
    {"spawn-join", spawn, 1},         {"mutex", mutex, 1},         {"mutex-contended", mutex_contended, 1},
    {"atomic-add", atomic_add, 1},    {"ping-pong", ping_pong, 1}, {"sha256-1-thread", sha_1, 8},
    {"sha256-2-threads", sha_2, 8},
};

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 1000000);
    fill();
    while (measure_again()) {
        for (unsigned i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
            measure_start();
            unsigned check = PARTS[i].run(size / PARTS[i].divided);
            measure_stop(PARTS[i].name, check);
        }
    }
    return 0;
}

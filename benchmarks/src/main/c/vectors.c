/*
 * Kernels that vectors are made for, SIZE times 1,000 bytes each. Built with -msimd128 and without, the
 * figures of which have "scalar-" in front.
 */
#include "measure.h"

#include "kernels.h"

#define BYTES 65536

static uint8_t data[BYTES], other[BYTES];
static int16_t coefficients[BYTES / 2];

static void fill(void) {
    uint32_t random = 1;
    for (int i = 0; i < BYTES; i++) {
        random = random * 1664525 + 1013904223;
        data[i] = (uint8_t)(random >> 24);
        other[i] = (uint8_t)(random >> 16);
        coefficients[i / 2] = (int16_t)((int32_t)random >> 22) >> (i / 2 % 64 / 8);
    }
}

static uint32_t sum(const void *bytes, int size) {
    const uint8_t *at = bytes;
    uint32_t sum = 1;
    for (int i = 0; i < size; i++) {
        sum = sum * 31 + at[i];
    }
    return sum;
}

static NOINLINE uint32_t run_chacha(void) {
    static const uint32_t key[8] = {1, 2, 3, 4, 5, 6, 7, 8}, nonce[3] = {9, 10, 11};
    chacha20(data, BYTES / 64, key, nonce);
    return data[0];
}

static NOINLINE uint32_t run_adler(void) { return adler32(1, data, BYTES); }

static NOINLINE uint32_t run_up(void) {
    for (int row = 4096; row < BYTES; row += 4096) {
        png_up(data + row, other + row - 4096, 4096);
    }
    return data[4096];
}

static NOINLINE uint32_t run_paeth(void) {
    for (int row = 4096; row < BYTES; row += 4096) {
        png_paeth(data + row, other + row - 4096, 4096);
    }
    return data[4096];
}

static NOINLINE uint32_t run_idct(void) {
    for (int block = 0; block < BYTES / 2; block += 64) {
        idct(data + block, coefficients + block);
    }
    return data[0];
}

static float floats[BYTES / 4], others[BYTES / 4];

static NOINLINE uint32_t run_transform(void) {
    static const float turn[16] = {0, 1, 0, 0, 0, 0, 1, 0, 0.6f, 0, 0, -0.8f, 0.8f, 0, 0, 0.6f};
    transform(floats, BYTES / 16, turn);
    return 0;
}

static NOINLINE uint32_t run_scale_add(void) {
    scale_add(floats, others, BYTES / 4, 0.25f);
    return 0;
}

static NOINLINE uint32_t run_utf8(void) { return (uint32_t)utf8_count(data, BYTES); }

static const struct {
    const char *name;
    uint32_t (*run)(void);
    const void *result;
} kernels[] = {{"chacha20", run_chacha, data}, {"adler32", run_adler, data},   {"png-up", run_up, data},
               {"png-paeth", run_paeth, data}, {"idct", run_idct, data},       {"transform", run_transform, floats},
               {"scale-add", run_scale_add, floats}, {"utf8-count", run_utf8, data}};

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 4000);
    int count = (int)(sizeof kernels / sizeof *kernels);
    while (measure_again()) {
        for (int k = 0; k < count; k++) {
            fill();
            for (int i = 0; i < BYTES / 4; i++) {
                floats[i] = (float)i / 1024, others[i] = (float)(i % 7);
            }
            uint32_t check = 0;
            measure_start();
            for (int done = 0; done < size * 1000; done += BYTES) {
                check += kernels[k].run();
            }
            measure_stop(kernels[k].name, check + sum(kernels[k].result, BYTES));
        }
    }
    return 0;
}

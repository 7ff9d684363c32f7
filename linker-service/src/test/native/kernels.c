/*
 * The kernels of the benchmarks over data of their own: each gives a number that all bytes of its
 * result are in. Built with -msimd128 and without; KernelsTest has what gcc's build for x86-64 gives.
 */
#include "kernels.h"

#define BYTES 8192

static uint8_t data[BYTES], other[BYTES];
static int16_t coefficients[BYTES / 2];
static float floats[BYTES / 4], others[BYTES / 4];

static void fill(void) {
    uint32_t random = 1;
    for (int i = 0; i < BYTES; i++) {
        random = random * 1664525 + 1013904223;
        data[i] = (uint8_t)(random >> 24);
        other[i] = (uint8_t)(random >> 16);
        coefficients[i / 2] = (int16_t)((int32_t)random >> 22) >> (i / 2 % 64 / 8);
        floats[i / 4] = (float)(i / 4) / 64, others[i / 4] = (float)(i % 7);
    }
}

static uint32_t sum(const void *bytes) {
    const uint8_t *at = bytes;
    uint32_t sum = 1;
    for (int i = 0; i < BYTES; i++) {
        sum = sum * 31 + at[i];
    }
    return sum;
}

uint32_t kernel(int which) {
    static const uint32_t key[8] = {1, 2, 3, 4, 5, 6, 7, 8}, nonce[3] = {9, 10, 11};
    static const float turn[16] = {0, 1, 0, 0, 0, 0, 1, 0, 0.6f, 0, 0, -0.8f, 0.8f, 0, 0, 0.6f};
    fill();
    switch (which) {
    case 0: chacha20(data, BYTES / 64, key, nonce); return sum(data);
    case 1: return adler32(1, data, BYTES - 5);
    case 2: png_up(data, other, BYTES); return sum(data);
    case 3: png_paeth(data, other, BYTES); return sum(data);
    case 4:
        for (int block = 0; block < BYTES / 2; block += 64) {
            idct(data + block, coefficients + block);
        }
        return sum(data);
    case 5: transform(floats, BYTES / 16, turn); return sum(floats);
    case 6: scale_add(floats, others, BYTES / 4, 0.25f); return sum(floats);
    default: return (uint32_t)utf8_count(data, BYTES - 3);
    }
}

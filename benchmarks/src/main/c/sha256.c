/* SHA-256 (FIPS 180-4) of SIZE KiB. */
#include "measure.h"
#include <stdint.h>
#include <string.h>

enum { BLOCK = 64, BUFFER = 64 * 1024 };

static uint32_t k[64];
static uint32_t h[8];
static uint8_t buffer[BUFFER];

/* The first 32 bits of the fraction of a root, by Newton's method; good enough for primes below 312. */
static uint32_t fraction(double root) { return (uint32_t)((root - (double)(uint32_t)root) * 4294967296.0); }

static double square_root(double of) {
    double x = of / 2;
    for (int i = 0; i < 40; i++) {
        x = (x + of / x) / 2;
    }
    return x;
}

static double cube_root(double of) {
    double x = of / 3;
    for (int i = 0; i < 60; i++) {
        x = (2 * x + of / (x * x)) / 3;
    }
    return x;
}

static void reset(void) {
    for (int n = 0, candidate = 2; n < 64; candidate++) {
        int prime = 1;
        for (int d = 2; d * d <= candidate; d++) {
            prime &= candidate % d != 0;
        }
        if (prime) {
            if (n < 8) {
                h[n] = fraction(square_root(candidate));
            }
            k[n++] = fraction(cube_root(candidate));
        }
    }
}

static uint32_t rotate(uint32_t x, int by) { return x >> by | x << (32 - by); }

static void hash_block(const uint8_t *block) {
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

static void hash(const uint8_t *bytes, size_t length) {
    for (size_t at = 0; at + BLOCK <= length; at += BLOCK) {
        hash_block(bytes + at);
    }
}

static unsigned work(int kilobytes) {
    reset();
    for (int i = 0; i < kilobytes; i++) {
        hash(buffer + i % (BUFFER / 1024) * 1024, 1024);
    }
    uint8_t end[BLOCK] = {0x80};
    uint64_t bits = (uint64_t)kilobytes * 8192;
    for (int i = 0; i < 8; i++) {
        end[BLOCK - 1 - i] = (uint8_t)(bits >> 8 * i);
    }
    hash(end, BLOCK);
    return h[0];
}

int main(int argc, char **argv) {
    for (int i = 0; i < BUFFER; i++) {
        buffer[i] = (uint8_t)(i * 7 + i / 251);
    }
    return measure_main(argc, argv, "sha256", 4096, work);
}

/*
 * Kernels that vectors are made for, each as one C source for both builds: with -msimd128 and without.
 * What is written with vectors of the compiler's (vector_size) becomes scalar code where there are none;
 * where a library would have two versions, there are two.
 */
#ifndef KERNELS_H
#define KERNELS_H

#include <stdint.h>
#include <string.h>
#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

typedef uint32_t u32x4 __attribute__((vector_size(16)));

/* ChaCha20 (RFC 8439), a block at a time, its state four rows of four words. */

#define ROTATE(row, n) (((row) << (n)) | ((row) >> (32 - (n))))
#define TURN(row, n) __builtin_shufflevector(row, row, (n) % 4, (n + 1) % 4, (n + 2) % 4, (n + 3) % 4)

static inline void chacha_quarters(u32x4 row[4]) {
    row[0] += row[1], row[3] ^= row[0], row[3] = ROTATE(row[3], 16);
    row[2] += row[3], row[1] ^= row[2], row[1] = ROTATE(row[1], 12);
    row[0] += row[1], row[3] ^= row[0], row[3] = ROTATE(row[3], 8);
    row[2] += row[3], row[1] ^= row[2], row[1] = ROTATE(row[1], 7);
}

/* Encrypts whole blocks of 64 bytes. */
void chacha20(uint8_t *data, int blocks, const uint32_t key[8], const uint32_t nonce[3]) {
    u32x4 start[4] = {{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574},
                      {key[0], key[1], key[2], key[3]},
                      {key[4], key[5], key[6], key[7]},
                      {1, nonce[0], nonce[1], nonce[2]}};
    for (int i = 0; i < blocks; i++) {
        u32x4 row[4] = {start[0], start[1], start[2], start[3]};
        for (int round = 0; round < 10; round++) {
            chacha_quarters(row);
            row[1] = TURN(row[1], 1), row[2] = TURN(row[2], 2), row[3] = TURN(row[3], 3);
            chacha_quarters(row);
            row[1] = TURN(row[1], 3), row[2] = TURN(row[2], 2), row[3] = TURN(row[3], 1);
        }
        for (int r = 0; r < 4; r++) {
            u32x4 block;
            memcpy(&block, data + 64 * i + 16 * r, 16);
            block ^= row[r] + start[r];
            memcpy(data + 64 * i + 16 * r, &block, 16);
        }
        start[3][0]++;
    }
}

/* Adler-32 (RFC 1950): 16 bytes at a time, or one. */

#define ADLER_BASE 65521u
#define ADLER_RUN 5552

uint32_t adler32(uint32_t adler, const uint8_t *data, int size) {
    uint32_t a = adler & 0xffff, b = adler >> 16;
    while (size > 0) {
        int run = size < ADLER_RUN ? size : ADLER_RUN;
        size -= run;
#ifdef __wasm_simd128__
        v128_t sums = wasm_i32x4_splat(0), weighted = sums, before = sums;
        const v128_t high = wasm_i16x8_const(16, 15, 14, 13, 12, 11, 10, 9);
        const v128_t low = wasm_i16x8_const(8, 7, 6, 5, 4, 3, 2, 1);
        int sixteens = run / 16;
        for (int i = 0; i < sixteens; i++, data += 16) {
            v128_t bytes = wasm_v128_load(data);
            before = wasm_i32x4_add(before, sums);
            sums = wasm_i32x4_add(sums, wasm_u32x4_extadd_pairwise_u16x8(wasm_u16x8_extadd_pairwise_u8x16(bytes)));
            weighted = wasm_i32x4_add(weighted, wasm_i32x4_dot_i16x8(wasm_u16x8_extend_low_u8x16(bytes), high));
            weighted = wasm_i32x4_add(weighted, wasm_i32x4_dot_i16x8(wasm_u16x8_extend_high_u8x16(bytes), low));
        }
        run -= 16 * sixteens;
        weighted = wasm_i32x4_add(weighted, wasm_i32x4_shl(before, 4));
        b += 16u * (uint32_t)sixteens * a;
        for (int i = 0; i < 4; i++) {
            a += ((u32x4)sums)[i];
            b += ((u32x4)weighted)[i];
        }
#endif
        for (; run > 0; run--) {
            a += *data++;
            b += a;
        }
        a %= ADLER_BASE;
        b %= ADLER_BASE;
    }
    return b << 16 | a;
}

/* The filters of PNG (15948, 9.2), of pixels of 4 bytes: what a row was is made of its differences. */

void png_up(uint8_t *restrict row, const uint8_t *restrict above, int size) {
    for (int i = 0; i < size; i++) {
        row[i] = (uint8_t)(row[i] + above[i]);
    }
}

static inline int absolute(int value) { return value < 0 ? -value : value; }

void png_paeth(uint8_t *row, const uint8_t *above, int size) {
#ifdef __wasm_simd128__
    v128_t left = wasm_i16x8_splat(0), corner = left;
    for (int i = 0; i < size; i += 4) {
        v128_t over = wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(above + i));
        v128_t pixel = wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(row + i));
        v128_t by_left = wasm_i16x8_sub(over, corner), by_over = wasm_i16x8_sub(left, corner);
        v128_t by_corner = wasm_i16x8_abs(wasm_i16x8_add(by_left, by_over));
        by_left = wasm_i16x8_abs(by_left), by_over = wasm_i16x8_abs(by_over);
        v128_t least = wasm_i16x8_min(by_left, wasm_i16x8_min(by_over, by_corner));
        v128_t nearest = wasm_v128_bitselect(over, corner, wasm_i16x8_eq(by_over, least));
        nearest = wasm_v128_bitselect(left, nearest, wasm_i16x8_eq(by_left, least));
        corner = over;
        left = wasm_v128_and(wasm_i16x8_add(pixel, nearest), wasm_i16x8_const_splat(0xff));
        wasm_v128_store32_lane(row + i, wasm_u8x16_narrow_i16x8(left, left), 0);
    }
#else
    for (int i = 0; i < size; i++) {
        int left = i < 4 ? 0 : row[i - 4], corner = i < 4 ? 0 : above[i - 4], over = above[i];
        int by_left = absolute(over - corner), by_over = absolute(left - corner);
        int by_corner = absolute(over + left - 2 * corner);
        int nearest = by_left <= by_over && by_left <= by_corner ? left : by_over <= by_corner ? over : corner;
        row[i] = (uint8_t)(row[i] + nearest);
    }
#endif
}

/* The inverse cosine transform of a JPEG decoder, of 8 by 8 numbers, exact to 13 bits: columns, then rows. */

#define FIX(x) ((int32_t)((x) * 8192 + 0.5))

static inline void idct_columns(int32_t *restrict to, const int32_t *restrict from, int shift) {
    int32_t half = 1 << (shift - 1);
    for (int c = 0; c < 8; c++) {
        int32_t z1 = (from[c + 16] + from[c + 48]) * FIX(0.541196100);
        int32_t even2 = z1 - from[c + 48] * FIX(1.847759065), even3 = z1 + from[c + 16] * FIX(0.765366865);
        int32_t even0 = (from[c] + from[c + 32]) * 8192, even1 = (from[c] - from[c + 32]) * 8192;
        int32_t t10 = even0 + even3, t13 = even0 - even3, t11 = even1 + even2, t12 = even1 - even2;
        int32_t o0 = from[c + 56], o1 = from[c + 40], o2 = from[c + 24], o3 = from[c + 8];
        int32_t z5 = (o0 + o2 + o1 + o3) * FIX(1.175875602);
        int32_t y1 = (o0 + o3) * -FIX(0.899976223), y2 = (o1 + o2) * -FIX(2.562915447);
        int32_t y3 = (o0 + o2) * -FIX(1.961570560) + z5, y4 = (o1 + o3) * -FIX(0.390180644) + z5;
        o0 = o0 * FIX(0.298631336) + y1 + y3, o1 = o1 * FIX(2.053119869) + y2 + y4;
        o2 = o2 * FIX(3.072711026) + y2 + y3, o3 = o3 * FIX(1.501321110) + y1 + y4;
        to[c] = (t10 + o3 + half) >> shift, to[c + 56] = (t10 - o3 + half) >> shift;
        to[c + 8] = (t11 + o2 + half) >> shift, to[c + 48] = (t11 - o2 + half) >> shift;
        to[c + 16] = (t12 + o1 + half) >> shift, to[c + 40] = (t12 - o1 + half) >> shift;
        to[c + 24] = (t13 + o0 + half) >> shift, to[c + 32] = (t13 - o0 + half) >> shift;
    }
}

static inline void transpose(int32_t *restrict to, const int32_t *restrict from) {
    for (int r = 0; r < 8; r++) {
        for (int c = 0; c < 8; c++) {
            to[8 * c + r] = from[8 * r + c];
        }
    }
}

void idct(uint8_t *pixels, const int16_t *coefficients) {
    int32_t one[64], other[64];
    for (int i = 0; i < 64; i++) {
        one[i] = coefficients[i];
    }
    idct_columns(other, one, 11);
    transpose(one, other);
    idct_columns(other, one, 18);
    transpose(one, other);
    for (int i = 0; i < 64; i++) {
        int32_t value = one[i] + 128;
        pixels[i] = (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
    }
}

/* Floats: a matrix of 4 by 4 times many vectors, and a sum of scaled numbers. */

typedef float f32x4 __attribute__((vector_size(16)));

void transform(float *vectors, int count, const float matrix[16]) {
    f32x4 column[4];
    memcpy(column, matrix, sizeof column);
    for (int i = 0; i < count; i++) {
        f32x4 v;
        memcpy(&v, vectors + 4 * i, 16);
        v = column[0] * v[0] + column[1] * v[1] + column[2] * v[2] + column[3] * v[3];
        memcpy(vectors + 4 * i, &v, 16);
    }
}

void scale_add(float *restrict to, const float *restrict from, int count, float by) {
    for (int i = 0; i < count; i++) {
        to[i] += from[i] * by;
    }
}

/* How many of some bytes are not the second or a later one of a character in UTF-8. */
int utf8_count(const uint8_t *text, int size) {
    int count = 0;
    int i = 0;
#ifdef __wasm_simd128__
    for (; i + 16 <= size; i += 16) {
        v128_t first = wasm_i8x16_gt(wasm_v128_load(text + i), wasm_i8x16_const_splat(-65));
        count += __builtin_popcount(wasm_i8x16_bitmask(first));
    }
#endif
    for (; i < size; i++) {
        count += (int8_t)text[i] > -65;
    }
    return count;
}

#endif

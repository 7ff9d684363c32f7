/*
 * Compresses and decompresses a generated text through libz.so.
 *
 *   zdemo [BYTES]      length of the text, 1 to 10000000; without it 100000
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

static const char *const words[] = {
    "bundle ", "library ", "links ", "wires ", "the ", "table ", "memory ", "and ", "slot ", "runs.\n",
};
enum { WORDS = sizeof words / sizeof words[0], DEFAULT_LENGTH = 100000, MAX_LENGTH = 10000000 };

/* The same text everywhere: words chosen by a linear congruential generator, not by rand(). */
static void write_text(unsigned char *text, size_t length) {
    unsigned seed = 2023;
    for (size_t at = 0; at < length;) {
        seed = seed * 1664525u + 1013904223u;
        const char *word = words[(seed >> 24) % WORDS];
        size_t size = strlen(word);
        if (size > length - at) {
            size = length - at;
        }
        memcpy(text + at, word, size);
        at += size;
    }
}

static int fail(const char *step, int code) {
    fprintf(stderr, "zdemo: %s: %s\n", step, zError(code));
    return 1;
}

int main(int argc, char **argv) {
    long asked = argc > 1 ? atol(argv[1]) : DEFAULT_LENGTH;
    if (asked < 1 || asked > MAX_LENGTH) {
        fprintf(stderr, "zdemo: length: expected 1 to %d, got %s\n", MAX_LENGTH, argv[1]);
        return 2;
    }
    uLong length = (uLong)asked;
    uLongf packed_length = compressBound(length);
    uLongf back_length = length;
    unsigned char *text = malloc(length);
    unsigned char *packed = malloc(packed_length);
    unsigned char *back = malloc(back_length);
    if (!text || !packed || !back) {
        return fail("allocate", Z_MEM_ERROR);
    }

    write_text(text, length);
    printf("zlib %s\n", zlibVersion());
    printf("text %lu bytes, crc %08lx\n", length, crc32(0, text, (uInt)length));

    int code = compress2(packed, &packed_length, text, length, Z_BEST_COMPRESSION);
    if (code != Z_OK) {
        return fail("compress", code);
    }
    printf("compressed %lu bytes\n", packed_length);

    code = uncompress(back, &back_length, packed, packed_length);
    if (code != Z_OK) {
        return fail("decompress", code);
    }
    printf("decompressed %lu bytes, crc %08lx\n", back_length, crc32(0, back, (uInt)back_length));
    if (back_length != length || memcmp(text, back, length) != 0) {
        fputs("zdemo: round trip changed the text\n", stderr);
        return 1;
    }
    puts("round trip ok");
    free(back);
    free(packed);
    free(text);
    return 0;
}

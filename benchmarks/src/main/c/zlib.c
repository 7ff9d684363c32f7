/* Compresses and decompresses SIZE bytes of made-up text through libz.so. */
#include "measure.h"
#include <string.h>
#include <zlib.h>

static const char *const WORDS[] = {
    "address", "binds", "bundle", "closes", "each", "finds", "global", "in", "library", "links", "main", "memory",
    "of", "opens", "place", "program", "relocation", "slot", "starts", "symbol", "table", "the", "to", "wires",
};

static unsigned seed = 1;

static unsigned random_below(unsigned limit) {
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 16) % limit;
}

static void write_text(char *text, int length) {
    char word[32];
    for (int at = 0; at < length;) {
        if (random_below(8) == 0) {
            snprintf(word, sizeof word, "%u%s", random_below(65536), random_below(4) ? " " : ".\n");
        } else {
            snprintf(word, sizeof word, "%s ", WORDS[random_below(sizeof WORDS / sizeof *WORDS)]);
        }
        for (const char *from = word; *from && at < length;) {
            text[at++] = *from++;
        }
    }
}

int main(int argc, char **argv) {
    int size = measure_arguments(argc, argv, 10000000);
    uLong bound = compressBound((uLong)size);
    char *text = malloc((size_t)size), *back = malloc((size_t)size);
    Bytef *packed = malloc(bound);
    if (!text || !packed || !back) {
        fputs("zlib: no memory\n", stderr);
        return 1;
    }
    write_text(text, size);
    while (measure_again()) {
        uLongf packed_size = bound, back_size = (uLongf)size;
        measure_start();
        int code = compress(packed, &packed_size, (const Bytef *)text, (uLong)size);
        measure_stop("deflate", (unsigned)packed_size);
        if (code != Z_OK) {
            return 1;
        }
        measure_start();
        code = uncompress((Bytef *)back, &back_size, packed, packed_size);
        measure_stop("inflate", (unsigned)back_size);
        if (code != Z_OK || memcmp(text, back, (size_t)size) != 0) {
            return 1;
        }
    }
    return 0;
}

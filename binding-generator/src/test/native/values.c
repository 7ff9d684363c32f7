// Prints the macros of constants.h as the compiler of this machine has them: numbers in decimal or as %a, strings as bytes of UTF-8.
// values.inc, which build.sh makes, has a line for each.
#include "constants.h"
#include <stdio.h>
#include <wchar.h>

static void bytes(const char *name, const void *text, size_t size, int width) {
    printf("%s ", name);
    for (size_t i = 0; i + width < size; i += width) {
        unsigned c = 0;
        if (width == 1) {
            printf("%02x", ((const unsigned char *)text)[i]);
            continue;
        }
        if (width == 2) {
            c = *(const uint16_t *)((const char *)text + i);
            if (c >= 0xd800 && c < 0xdc00) {
                c = 0x10000 + ((c - 0xd800) << 10) + *(const uint16_t *)((const char *)text + i + 2) - 0xdc00;
                i += 2;
            }
        } else {
            c = *(const uint32_t *)((const char *)text + i);
        }
        if (c < 0x80) printf("%02x", c);
        else if (c < 0x800) printf("%02x%02x", 0xc0 | c >> 6, 0x80 | (c & 63));
        else if (c < 0x10000) printf("%02x%02x%02x", 0xe0 | c >> 12, 0x80 | (c >> 6 & 63), 0x80 | (c & 63));
        else printf("%02x%02x%02x%02x", 0xf0 | c >> 18, 0x80 | (c >> 12 & 63), 0x80 | (c >> 6 & 63), 0x80 | (c & 63));
    }
    printf("\n");
}

// A pointer has lost how long its string is.
static size_t length(const char *text) { size_t n = 0; while (text[n]) n++; return n + 1; }

#define WHOLE(x) printf("%s %lld\n", #x, (long long)(x));
#define REAL(x) printf("%s %a\n", #x, (double)(x));
#define WIDTH(x) _Generic((x), char *: 1, const char *: 1, const unsigned char *: 1, unsigned char *: 1, uint16_t *: 2, default: 4)
#define TEXT(x) bytes(#x, x, sizeof(x), WIDTH(x));
#define CAST(x) bytes(#x, x, length((const char *)(x)), 1);

int main(void) {
#include "values.inc"
}

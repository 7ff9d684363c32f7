/*
 * libpng and zlib, SIZE pictures: rows are filtered and compressed, and made again. Built with -msimd128 and without, the
 * figures of which have "scalar-" in front.
 */
#include <stdint.h>
#include <string.h>

#include "measure.h"
#include <png.h>

#define WIDTH 320
#define HEIGHT 240
#define CHANNELS 4

static uint8_t pixels[HEIGHT][WIDTH * CHANNELS], again[HEIGHT][WIDTH * CHANNELS];
static uint8_t file[2 * sizeof pixels];
static size_t size, at;

/* Slopes, edges and a little noise, so that each filter is the best of some row. */
static void fill(void) {
    uint32_t random = 1;
    for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
            random = random * 1664525 + 1013904223;
            uint8_t noise = y % 48 < 24 ? 0 : random >> 30;
            uint8_t pixel[CHANNELS] = {(uint8_t)(x + noise), (uint8_t)(y * 2 + noise), (uint8_t)(x * y / 64),
                                       (uint8_t)(x / 40 * 31 + y / 30 * 17)};
            memcpy(&pixels[y][x * CHANNELS], pixel, CHANNELS);
        }
    }
}

static void append(png_structp png, png_bytep bytes, size_t count) {
    if (count > sizeof file - size) {
        png_error(png, "no room");
    }
    memcpy(file + size, bytes, count);
    size += count;
}

static void flush(png_structp png) { (void)png; }

static void take(png_structp png, png_bytep bytes, size_t count) {
    if (count > size - at) {
        png_error(png, "cut off");
    }
    memcpy(bytes, file + at, count);
    at += count;
}

static void encode(int filters) {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    size = 0;
    png_set_write_fn(png, NULL, append, flush);
    png_set_IHDR(png, info, WIDTH, HEIGHT, 8, PNG_COLOR_TYPE_RGB_ALPHA, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, filters);
    png_set_compression_level(png, 1);
    png_write_info(png, info);
    for (int y = 0; y < HEIGHT; y++) {
        png_write_row(png, pixels[y]);
    }
    png_write_end(png, NULL);
    png_destroy_write_struct(&png, &info);
}

static void decode(void) {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
    png_infop info = png_create_info_struct(png);
    at = 0;
    png_set_read_fn(png, NULL, take);
    png_read_info(png, info);
    for (int y = 0; y < HEIGHT; y++) {
        png_read_row(png, again[y], NULL);
    }
    png_read_end(png, NULL);
    png_destroy_read_struct(&png, &info, NULL);
}

static unsigned sum(const void *bytes, size_t count) {
    const uint8_t *byte = bytes;
    unsigned sum = 1;
    for (size_t i = 0; i < count; i++) {
        sum = sum * 31 + byte[i];
    }
    return sum;
}

int main(int argc, char **argv) {
    static const struct {
        const char *encode, *decode;
        int filters;
    } kinds[] = {{"png-encode-up", "png-decode-up", PNG_FILTER_UP},
                 {"png-encode-paeth", "png-decode-paeth", PNG_FILTER_PAETH},
                 {"png-encode", "png-decode", PNG_ALL_FILTERS}};
    int pictures = measure_arguments(argc, argv, 10);
    fill();
    while (measure_again()) {
        for (int kind = 0; kind < 3; kind++) {
            measure_start();
            for (int i = 0; i < pictures; i++) {
                encode(kinds[kind].filters);
            }
            measure_stop(kinds[kind].encode, sum(file, size));
            memset(again, 0, sizeof again);
            measure_start();
            for (int i = 0; i < pictures; i++) {
                decode();
            }
            measure_stop(kinds[kind].decode, sum(again, sizeof again));
            if (memcmp(pixels, again, sizeof pixels)) {
                return 1;
            }
        }
    }
    return 0;
}

/* files IN OUT: copies IN to OUT; says what failed and why (errno's text), exit code 1. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

static int fail(const char *what, const char *path) {
    printf("files: %s %s: %s (errno %d)\n", what, path, strerror(errno), errno);
    return 1;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        puts("usage: files IN OUT");
        return 2;
    }
    FILE *in = fopen(argv[1], "rb");
    if (!in) {
        return fail("read", argv[1]);
    }
    FILE *out = fopen(argv[2], "wb");
    if (!out) {
        return fail("write", argv[2]);
    }
    char buffer[512];
    long total = 0;
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, in)) > 0;) {
        if (fwrite(buffer, 1, size, out) != size) {
            return fail("write", argv[2]);
        }
        total += (long)size;
    }
    if (ferror(in)) {
        return fail("read", argv[1]);
    }
    if (fclose(out) != 0) {
        return fail("write", argv[2]);
    }
    printf("files: copied %ld bytes\n", total);
    return 0;
}

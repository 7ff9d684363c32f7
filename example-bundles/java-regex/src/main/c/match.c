/*
 * Finds what matches a pattern, with a library that is written in Java.
 *
 *   match PATTERN TEXT...       prints up to three matches of each text; exit code 2 if the pattern is none
 *   match -x PATTERN TEXT       the whole text must match: an exception of Java passes through main
 */
#include "jregex.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* Java calls this. */
static int show(const char *match, int length, void *context) {
    int *left = context;
    printf("  %.*s\n", length, match);
    return --*left == 0;
}

static int search(const char *pattern, const char *text) {
    int left = 3;
    printf("%s\n", text);
    int matches = regex_each(pattern, text, show, &left);
    if (matches < 0) {
        printf("  %s: %s\n", pattern, strerror(errno));
        return 0;
    }
    printf("  %d matches\n", matches);
    return 1;
}

int main(int argc, char **argv) {
    if (argc == 4 && strcmp(argv[1], "-x") == 0) {
        regex_require(argv[2], argv[3]);
        printf("%s matches\n", argv[3]);
        return 0;
    }
    for (int i = 2; i < argc; i++) {
        if (!search(argv[1], argv[i])) {
            return 2;
        }
    }
    return 0;
}

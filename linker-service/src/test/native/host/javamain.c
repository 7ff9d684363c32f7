/* Calls a library that is written in Java as it calls any other: by NEEDED, through pointers, by dlopen. */
#include "libjava.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* wasi-libc's dlfcn.h has neither. */
typedef struct {
    const char *dli_fname;
    void *dli_fbase;
    const char *dli_sname;
    void *dli_saddr;
} Dl_info;
int dladdr(const void *address, Dl_info *info);

static int square(int number) {
    return number * number;
}

static void numbers(void) {
    printf("twice %d, half %.2f\n", twice(21), half(5));
    printf("C called by Java: %d, Java called by Java: %d\n", apply(square, 7), apply(twice, 7));
    int values[] = {5, 3, 9, 1};
    qsort(values, 4, sizeof *values, compare);
    printf("sorted by Java: %d %d %d %d\n", values[0], values[1], values[2], values[3]);
}

static void text(void) {
    char *word = strdup("written by c");
    to_upper(word);
    printf("%s\n", word);
    free(word);
    errno = 0;
    int file = open_file("/none");
    printf("open: %d, %s\n", file, strerror(errno));
}

static void opened(void) {
    void *library = dlopen("libjava.so", RTLD_NOW);
    int (*found)(int) = (int (*)(int))dlsym(library, "twice");
    Dl_info info;
    int known = dladdr((void *)found, &info);
    printf("dlsym: %s, %d\n", found == twice ? "the same pointer" : "another pointer", found(4));
    printf("dladdr: %s in %s\n", known ? info.dli_sname : "-", known ? info.dli_fname : "-");
    printf("dlsym of nothing: %s\n", dlsym(library, "nothing") ? "found" : dlerror());
    printf("dlclose: %d\n", dlclose(library));
}

int main(void) {
    numbers();
    text();
    opened();
    return 0;
}

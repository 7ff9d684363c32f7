/* What Lua asks of C and WASI has not: other processes; and files for a while, which Lua gets in /tmp, or else in the current folder. */
#ifndef DYLINK_LUA_ABSENT_H
#define DYLINK_LUA_ABSENT_H

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* No shell (0); a command has not run (-1). */
static inline int no_system(const char *command) {
    errno = ENOTSUP;
    return command ? -1 : 0;
}

#define TEMPORARY_SIZE 32

/* Makes a file that was not there, readable and writable, and gives its descriptor; -1 if no folder takes it. */
static inline int temporary_file(char name[TEMPORARY_SIZE]) {
    static const char *const FOLDERS[] = {"/tmp", "."};
    for (int i = 0; i < 2; i++) {
        int file;
        do {
            unsigned number;
            if (getentropy(&number, sizeof number)) {
                return -1;
            }
            snprintf(name, TEMPORARY_SIZE, "%s/lua_%08x", FOLDERS[i], number);
            file = open(name, O_RDWR | O_CREAT | O_EXCL, 0600);
        } while (file < 0 && errno == EEXIST);
        if (file >= 0) {
            return file;
        }
    }
    return -1;
}

/* Without a name from the start: it goes when it is closed, or the program ends. */
static inline FILE *temporary_stream(void) {
    char name[TEMPORARY_SIZE];
    int file = temporary_file(name);
    if (file < 0) {
        return NULL;
    }
    unlink(name);
    FILE *stream = fdopen(file, "w+b");
    if (!stream) {
        close(file);
    }
    return stream;
}

static inline int temporary_name(char name[TEMPORARY_SIZE]) {
    int file = temporary_file(name);
    return file < 0 ? -1 : close(file);
}

#define system no_system
#define tmpfile temporary_stream
#define LUA_TMPNAMBUFSIZE TEMPORARY_SIZE
#define lua_tmpnam(name, failed) { (failed) = temporary_name(name) != 0; }

#endif

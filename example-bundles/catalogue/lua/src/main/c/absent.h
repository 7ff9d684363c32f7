/* What Lua asks of C and WASI has not: there are no other processes, and no folder for files without a name. */
#ifndef DYLINK_LUA_ABSENT_H
#define DYLINK_LUA_ABSENT_H

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* No shell (0); a command has not run (-1). */
static inline int no_system(const char *command) {
    errno = ENOTSUP;
    return command ? -1 : 0;
}

static inline FILE *no_tmpfile(void) {
    errno = ENOTSUP;
    return NULL;
}

#define system no_system
#define tmpfile no_tmpfile
#define LUA_TMPNAMBUFSIZE 1
#define lua_tmpnam(name, failed) { (void)(name); (failed) = 1; }

#endif

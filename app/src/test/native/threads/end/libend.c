#include <stdlib.h>
#include <string.h>
#include <unistd.h>
volatile int zero;
static int plain(int n) { return plain(n + 1) + zero; }
static int frames(int n) { volatile char frame[2048]; frame[n & 2047] = (char)n; return frames(n + 1) + frame[(n + 1) & 2047]; }
/* Ends the program in one of the ways there are. */
int finish(const char *how) {
    if (!strcmp(how, "trap")) abort();
    if (!strcmp(how, "null")) return ((int (*)(void))(long)zero)();
    if (!strcmp(how, "exit")) exit(7);
    if (!strcmp(how, "_exit")) _exit(8);
    if (!strcmp(how, "plain")) return plain(0);
    if (!strcmp(how, "frames")) return frames(0);
    return 0;
}

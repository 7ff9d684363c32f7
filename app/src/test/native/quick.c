/* Ends by quick_exit, or by exit if told "exit"; one of the functions does not return, unless told "end". */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile unsigned turns;

static void say(const char *text) {
    puts(text);
    fflush(stdout);
}

static void first(void) {
    say("first");
}

static void loop(void) {
    say("looping");
    for (;;) {
        turns++;
    }
}

static void last(void) {
    say("last");
}

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "quick";
    int (*at)(void (*)(void)) = strcmp(how, "exit") == 0 ? atexit : at_quick_exit;
    /* The last that is registered is called first. */
    at(last);
    if (strcmp(how, "end") != 0) {
        at(loop);
    }
    at(first);
    if (strcmp(how, "exit") == 0) {
        exit(5);
    }
    quick_exit(5);
}

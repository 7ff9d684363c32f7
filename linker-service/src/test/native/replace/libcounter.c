// A counter in as many versions as the tests need; what differs is a macro. See build.sh.
#include "../../../main/c/dylink.h"

#ifndef VERSION
#define VERSION 1
#endif
#ifndef STEP
#define STEP 1
#endif
#ifndef GREETING
#define GREETING "hello 1"
#endif
#ifndef COUNTER
#define COUNTER int counter = 100
#endif

#ifndef VALUE
#define VALUE counter
#endif
#ifndef ANSWER
#define ANSWER 0
#endif

COUNTER;
int limit = 1000;
#ifndef NO_PRIVATE
static int calls; // private
#else
int calls;
#endif

#ifdef EXTRA_DATA
EXTRA_DATA;
#endif

void pause_here(void);

#ifndef NO_COUNT
int count(void) {
    calls++;
    VALUE += STEP;
    return VALUE;
}
#endif

#ifdef EXTRA_CODE
EXTRA_CODE
#endif

int version(void) {
    return VERSION;
}

int calls_made(void) {
    return calls;
}

const char *greet(void) {
    return GREETING;
}

static int twice(int number) {
    return 2 * number + VERSION;
}

typedef int operation(int);

// The address of a function without an exported name.
operation *get_twice(void) {
    return twice;
}

// Waits in the middle, and ends as what it is.
int slowly(void) {
    pause_here();
    return VERSION;
}

// Calls back whoever asks.
int call_back(operation *back, int number) {
    return back(number) + VERSION;
}

#ifdef TELLS
DYLINK_STATE(counter);
DYLINK_STATE(limit);
#endif

#ifdef HOOKS
// What is private is handed on in a variable of the old library, whose memory is still there.
void *dylink_save(void) {
    return &calls;
}

int dylink_restore(void *saved) {
    calls = *(int *)saved;
    return ANSWER;
}
#endif

/* Not inlined: a stack trace must show each of the three. The counters keep the calls from becoming jumps. */
static volatile int entered;
static volatile int left;

__attribute__((noinline)) static void crash_inner(int code) {
    entered++;
    if (code != 0) {
        __builtin_trap();
    }
}

__attribute__((noinline)) static void crash_outer(int code) {
    entered++;
    crash_inner(code);
    left++;
}

/* Traps if code is not 0. */
void crash(int code) {
    entered++;
    crash_outer(code);
    left++;
}

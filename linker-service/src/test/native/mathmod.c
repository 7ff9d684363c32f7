/* A plain module without libc and without dylink.0: two functions, and a memory of its own. */
static int calls;

__attribute__((export_name("add"))) int add(int a, int b) {
    calls++;
    return a + b;
}

__attribute__((export_name("mul"))) int mul(int a, int b) {
    calls++;
    return a * b;
}

/* Counted in the module's own memory. */
__attribute__((export_name("calls"))) int count(void) {
    return calls;
}

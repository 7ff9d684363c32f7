int plain = 40;
static int twice(int x) { return 2 * x; }
static _Thread_local int counter = 5;
static _Thread_local int *pointer = &plain; /* addresses in initial values, of data and of a function */
static _Thread_local int (*function)(int) = twice;
static _Thread_local char zeroes[3000];
int a_step(void) { zeroes[2999]++; return counter++ * 1000 + *pointer + function(zeroes[2999]); }
int *a_address(void) { return &counter; }

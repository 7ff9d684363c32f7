/* What is opened beside spinning threads: some data, a pointer to a function, a thread-local variable. */
static _Thread_local int mine = 5;
static int table[64] = {1};

int opened(int n) { return mine + table[n & 63]; }

int (*const entry)(int) = opened;

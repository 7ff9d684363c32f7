/* Loops without calls that never end, for what stops a program. */
static volatile int cell;
static int cells[1024];

void empty_loop(void) {
    for (;;) {
    }
}

void load_loop(void) {
    while (cell == 0) {
    }
}

/* A loop in a loop that does end: engines treat counted loops differently. */
int nested_loop(int x) {
    for (;;) {
        for (int i = 0; i < 1024; i++) {
            x = x * 31 + cells[i];
            cells[(unsigned)x % 1024] = x;
        }
    }
}

/* The other library of tails.c: each step goes back there. */
typedef unsigned step(unsigned n, unsigned x);

static step *back;

void come_back_to(step *caller) { back = caller; }

unsigned other(unsigned n, unsigned x) {
    if (n == 0) return x;
    __attribute__((musttail)) return back(n - 1, x ^ n);
}

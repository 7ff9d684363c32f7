/* Flips pancakes: the most flips that any order of SIZE numbers needs until a 1 is in front. */
#include "measure.h"

enum { MOST = 12 };

static int flips_of(const int *order, int n) {
    int stack[MOST];
    for (int i = 0; i < n; i++) {
        stack[i] = order[i];
    }
    int flips = 0;
    for (int first; (first = stack[0]) != 0; flips++) {
        for (int low = 0, high = first; low < high; low++, high--) {
            int swap = stack[low];
            stack[low] = stack[high];
            stack[high] = swap;
        }
    }
    return flips;
}

static void rotate_left(int *order, int last) {
    int first = order[0];
    for (int i = 0; i < last; i++) {
        order[i] = order[i + 1];
    }
    order[last] = first;
}

static unsigned work(int n) {
    int order[MOST], turns[MOST];
    int most = 0, sum = 0, sign = 1;
    for (int i = 0; i < n; i++) {
        order[i] = i;
        turns[i] = 0;
    }
    for (;;) {
        int flips = flips_of(order, n);
        most = flips > most ? flips : most;
        sum += sign * flips;
        sign = -sign;
        int at = 1;
        for (; at < n; at++) {
            rotate_left(order, at);
            if (++turns[at] <= at) {
                break;
            }
            turns[at] = 0;
        }
        if (at == n) {
            return (unsigned)sum * 100u + (unsigned)most;
        }
    }
}

int main(int argc, char **argv) {
    if (argc > 1 && atoi(argv[1]) > MOST) {
        fprintf(stderr, "fannkuch: size: expected 1 to %d, got %s\n", MOST, argv[1]);
        return 2;
    }
    return measure_main(argc, argv, "fannkuch", 9, work);
}

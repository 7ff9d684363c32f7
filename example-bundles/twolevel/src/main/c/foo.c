#include "foo.h"

#include <stdio.h>

int foo_orders = 0;
const char foo_currency[] = "Taler";

static int bolts = 100;
static int gears = 12;
static int springs; /* bss: filled by the constructor */

static int by_piece(int quantity) {
    return 2 * quantity;
}

/* Every tenth piece is free. */
static int by_dozen(int quantity) {
    return 5 * (quantity - quantity / 10);
}

/* Addresses of strings, functions and data: all are relocated once memory and table base are known. */
static const struct part parts[] = {
    {"bolt", by_piece, &bolts},
    {"gear", by_dozen, &gears},
    {"spring", by_piece, &springs},
};
enum { PARTS = sizeof parts / sizeof parts[0] };

/* printf works here only if libc's own constructors ran before: dependencies first. */
__attribute__((constructor)) static void stock_up(void) {
    springs = 30;
    puts("libfoo: constructed");
}

__attribute__((destructor)) static void count_stock(void) {
    printf("libfoo: left in stock: %d %d %d\n", bolts, gears, springs);
}

int foo_visit(foo_visitor *visitor, void *context) {
    int seen = 0;
    while (seen < PARTS && visitor(&parts[seen++], context) == 0) {
    }
    return seen;
}

int foo_order(int part, int quantity) {
    if (part < 0 || part >= PARTS || *parts[part].stock < quantity) {
        return -1;
    }
    *parts[part].stock -= quantity;
    foo_orders++;
    return parts[part].price(quantity);
}

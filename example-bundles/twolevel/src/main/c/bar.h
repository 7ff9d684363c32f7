/* libbar: a shop on top of libfoo. */
#ifndef BAR_H
#define BAR_H

struct supplier {
    const char *name;
    int (*order)(int part, int quantity);
    const int *orders;
};

/* Where the shop buys; at first from libfoo. A program may put a function of its own there. */
extern struct supplier bar_supplier;

/* Orders the same quantity of each part and prints one line a part; returns the sum of the prices. */
int bar_order_all(int quantity);

/* How often the supplier was ordered from. */
int bar_orders(void);

#endif

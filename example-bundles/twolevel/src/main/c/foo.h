/* libfoo: an inventory of three parts. Knows libc alone. */
#ifndef FOO_H
#define FOO_H

struct part {
    const char *name;
    int (*price)(int quantity); /* a function of libfoo, called by whoever holds the part */
    int *stock;
};

/* Data that other modules read and write in place, through GOT.mem. */
extern int foo_orders;
extern const char foo_currency[];

/* Called once a part, in order; a visitor that returns not zero ends the walk. */
typedef int foo_visitor(const struct part *part, void *context);

/* Returns how many parts the visitor saw. */
int foo_visit(foo_visitor *visitor, void *context);

/* Takes quantity pieces off the stock; returns the price, or -1 if the stock is too low. */
int foo_order(int part, int quantity);

#endif

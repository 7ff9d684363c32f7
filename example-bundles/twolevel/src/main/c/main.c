/*
 * Two levels of libraries: main -> libbar -> libfoo -> libc, and main -> libfoo.
 * One variable (foo_orders) is seen by three modules, function pointers go both ways.
 */
#include "bar.h"
#include "foo.h"

#include <stdio.h>
#include <string.h>

static int my_orders(void) {
    return foo_orders;
}

/* A function of main and one of libbar: both are relocations in main's data. Not static: see bar.c. */
int (*order_counts[])(void) = {my_orders, bar_orders};

__attribute__((constructor)) static void ready(void) {
    puts("main: constructed");
}

static void print_counts(void) {
    printf("main: orders %d, libbar sees %d\n", order_counts[0](), order_counts[1]());
}

/* Called by libfoo: a table slot of main, in the table that all modules share. */
static int find_part(const struct part *part, void *context) {
    const char *wanted = *(const char **)context;
    if (strcmp(part->name, wanted) != 0) {
        return 0;
    }
    /* And back: a function of libfoo that it never exported. */
    printf("main: 20 %ss cost %d %s\n", part->name, part->price(20), foo_currency);
    return 1;
}

/* Called by libbar once it stands in bar_supplier: the price that libfoo wants, and 1 for delivery. */
static int deliver(int part, int quantity) {
    int price = foo_order(part, quantity);
    return price < 0 ? price : price + 1;
}

int main(void) {
    printf("main: sum %d\n", bar_order_all(5));
    printf("main: sum %d\n", bar_order_all(8));
    print_counts();

    foo_orders = 1000;
    bar_supplier.order = deliver;
    printf("main: sum with delivery %d\n", bar_order_all(2));
    print_counts();

    const char *wanted = "gear";
    printf("main: found after %d parts\n", foo_visit(find_part, &wanted));
    return 0;
}

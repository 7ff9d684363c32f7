#include "bar.h"

#include "foo.h"

#include <stdio.h>

/*
 * Three relocations in libbar's data: a string of its own, libfoo's code (GOT.func), libfoo's data (GOT.mem).
 * Not const and not static: clang would put the addresses into the code instead, and no relocation would be left.
 */
struct supplier bar_supplier = {"libfoo", foo_order, &foo_orders};

__attribute__((constructor)) static void open_shop(void) {
    /* Right only if libfoo's constructor ran before this one. */
    printf("libbar: constructed, %s sells in %s\n", bar_supplier.name, foo_currency);
}

struct bill {
    int quantity;
    int line;
    int sum;
};

static int add_line(const struct part *part, void *context) {
    struct bill *bill = context;
    int price = bar_supplier.order(bill->line++, bill->quantity);
    if (price < 0) {
        printf("libbar: %s: only %d left\n", part->name, *part->stock);
        return 0;
    }
    printf("libbar: %d %s: %d %s\n", bill->quantity, part->name, price, foo_currency);
    bill->sum += price;
    return 0;
}

int bar_order_all(int quantity) {
    struct bill bill = {.quantity = quantity};
    foo_visit(add_line, &bill);
    return bill.sum;
}

int bar_orders(void) {
    return *bar_supplier.orders;
}

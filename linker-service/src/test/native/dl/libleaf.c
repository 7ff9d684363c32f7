#include "test.h"

int leaf_data = 5;
static int calls;

CONSTRUCTOR constructed(void) { log_line("leaf ctor"); }
DESTRUCTOR destroyed(void) { log_line("leaf dtor"); }

int leaf_fn(int x) { return x * 2; }
int leaf_count(void) { return ++calls; }
int (*leaf_address(void))(int) { return leaf_fn; }

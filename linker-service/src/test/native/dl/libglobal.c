#include "test.h"

int global_data = 9;

DESTRUCTOR destroyed(void) { log_line("global dtor"); }

int global_fn(int x) { return x + 7; }
int late_fn(int x) { return x + 70; }
int weak_fn(int x) { return x + 700; }

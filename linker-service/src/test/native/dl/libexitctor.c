#include "test.h"

CONSTRUCTOR constructed(void) { mini_exit(3); }

int exitctor_fn(int x) { return x; }

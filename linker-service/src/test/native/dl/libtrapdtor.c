#include "test.h"

CONSTRUCTOR constructed(void) { log_line("trapdtor ctor"); }
DESTRUCTOR destroyed(void) { __builtin_trap(); }

int trapdtor_fn(int x) { return x; }

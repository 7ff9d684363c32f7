/* Needs libleaf.so too. */
#include "test.h"

int leaf_fn(int x);

CONSTRUCTOR constructed(void) { log_line("twig ctor"); }
DESTRUCTOR destroyed(void) { log_line("twig dtor"); }

int twig_fn(int x) { return leaf_fn(x) + 1; }

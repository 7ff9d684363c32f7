/* Stands in front of libleaf.so's function, and calls it. */
#include "test.h"

int leaf_fn(int x) {
  int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "leaf_fn");
  return next ? next(x) + 100 : -1;
}

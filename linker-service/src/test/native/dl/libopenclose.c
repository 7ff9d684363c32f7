/* Opens and closes a library in its constructor. */
#include "test.h"

CONSTRUCTOR constructed(void) {
  void *leaf = dlopen("libleaf.so", RTLD_NOW);
  log_line(leaf && dlclose(leaf) == 0 ? "openclose ctor" : dlerror());
}

int openclose_fn(void) { return 17; }

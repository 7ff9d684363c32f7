/* Opens a library in its constructor and closes it in its destructor. */
#include "test.h"

static void *leaf;

CONSTRUCTOR constructed(void) {
  leaf = dlopen("libleaf.so", RTLD_NOW);
  log_line(leaf ? "opener ctor" : dlerror());
}
DESTRUCTOR destroyed(void) { log_line(dlclose(leaf) == 0 ? "opener dtor" : dlerror()); }

int opener_fn(void) { return leaf != NULL; }

/* Closes itself in its constructor, although who opens it has no handle yet. */
#include "test.h"

CONSTRUCTOR constructed(void) {
  void *self = dlopen("liboverclose.so", RTLD_NOW);
  log_line(dlclose(self) == 0 && dlclose(self) == 0 ? "overclose ctor has closed" : "overclose ctor was refused");
}
DESTRUCTOR destroyed(void) { log_line("overclose dtor"); }

int overclose_fn(void) { return 29; }

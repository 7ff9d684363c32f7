/* Closes itself once more than it may: in its constructor, or in its destructor. */
#include "test.h"

static void *self;

CONSTRUCTOR constructed(void) {
  self = dlopen("libselfclose.so", RTLD_NOW);
  log_line(dlclose(self) == 0 ? "selfclose ctor" : dlerror());
}
DESTRUCTOR destroyed(void) {
  log_line(dlclose(self) == 0 ? "selfclose dtor has closed" : "selfclose dtor was refused");
}

int selfclose_fn(void) { return 23; }

/* Opens itself in its constructor. */
#include "test.h"

static void *self;
static int constructors;

CONSTRUCTOR constructed(void) {
  constructors++;
  self = dlopen("libselfopen.so", RTLD_NOW);
  log_line(self ? "selfopen ctor" : dlerror());
}
DESTRUCTOR destroyed(void) { log_line("selfopen dtor"); }

void *selfopen_handle(void) { return self; }
int selfopen_count(void) { return constructors; }

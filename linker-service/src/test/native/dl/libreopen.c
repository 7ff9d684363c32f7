/* Opens libraries in its destructor: itself, then another. */
#include "test.h"

int leaf_fn(int x);

DESTRUCTOR destroyed(void) {
  log_line(dlopen("libreopen.so", RTLD_NOW) ? "reopened" : dlerror());
  log_line(dlopen("libtwig.so", RTLD_NOW) ? "twig opened" : dlerror());
}

int reopen_fn(int x) { return leaf_fn(x); }

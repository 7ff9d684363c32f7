/* Opens libping.so in its constructor, which opens this one in its own; closes it in its destructor. */
#include "test.h"

static void *other;
static int constructors;

CONSTRUCTOR constructed(void) {
  constructors++;
  log_line("pong ctor");
  other = dlopen("libping.so", RTLD_NOW);
  log_line(other ? "pong has opened ping" : dlerror());
}
DESTRUCTOR destroyed(void) {
  log_line("pong dtor");
  log_line(dlclose(other) == 0 ? "pong has closed ping" : dlerror());
}

int pong_count(void) { return constructors; }

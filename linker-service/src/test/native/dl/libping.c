/* Opens libpong.so in its constructor, which opens this one in its own; closes it in its destructor. */
#include "test.h"

static void *other;
static int constructors;

CONSTRUCTOR constructed(void) {
  constructors++;
  log_line("ping ctor");
  other = dlopen("libpong.so", RTLD_NOW);
  log_line(other ? "ping has opened pong" : dlerror());
}
DESTRUCTOR destroyed(void) {
  log_line("ping dtor");
  log_line(dlclose(other) == 0 ? "ping has closed pong" : dlerror());
}

int ping_count(void) { return constructors; }

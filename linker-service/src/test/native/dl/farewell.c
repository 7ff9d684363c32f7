/* Leaves a library open: its exit functions run when the program ends, in reverse order with its own. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

static void first(void) { puts("main first"); }
static void second(void) { puts("main second"); }

int main(void) {
  atexit(first);
  void *closed = dlopen("libfarewell.so", RTLD_NOW);
  dlclose(closed);
  puts("closed");
  dlopen("libfarewell.so", RTLD_NOW);
  atexit(second);
  puts("end of main");
  return 5;
}

/* Does all sorts of things in its constructor, and then traps. */
#include "test.h"

int leaf_fn(int x);
int main_service(int x);

int trapctor_data[1000] = {1};
static int (*volatile kept)(int);

static void at_exit(void) { log_line("trapctor atexit"); }
CONSTRUCTOR constructed(void) {
  log_line("trapctor ctor");
  atexit(at_exit);
  dlopen("libtwig.so", RTLD_NOW | RTLD_GLOBAL);
  kept = leaf_fn;
  kept = main_service;
  for (int i = 0; i < 1000; i++) {
    trapctor_data[i] = -1;
  }
  __builtin_trap();
}

int trapctor_fn(int x) { return kept(x); }
int (*trapctor_address(void))(int) { return trapctor_fn; }

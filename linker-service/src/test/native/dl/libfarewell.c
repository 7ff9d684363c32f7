#include <stdio.h>
#include <stdlib.h>

static void registered(void) { puts("library atexit"); }
__attribute__((constructor)) static void constructed(void) {
  puts("library ctor");
  atexit(registered);
}
__attribute__((destructor)) static void destroyed(void) { puts("library dtor"); }

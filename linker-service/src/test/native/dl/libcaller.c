/* Calls functions that it neither defines nor needs a library for. */
#include "test.h"

int main_service(int x);
int global_fn(int x);

int caller_main(int x) { return main_service(x); }
int caller_global(int x) { return global_fn(x); }
int caller_finds(void) { return dlsym(RTLD_DEFAULT, "global_fn") != NULL; }

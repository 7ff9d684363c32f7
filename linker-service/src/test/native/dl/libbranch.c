/* Needs libleaf.so; has exit functions of every kind, data, bss and slots. */
#include "test.h"

int leaf_fn(int x);
extern int leaf_data;

int branch_data = 7;
static int bss[25000];
static int (*const targets[2])(int) = {leaf_fn, leaf_fn};

static void first(void) { log_line("branch atexit"); }
static void second(void *argument) { log_line(argument); }
CONSTRUCTOR constructed(void) {
  log_line("branch ctor");
  atexit(first);
  __cxa_atexit(second, "branch __cxa_atexit", NULL);
}
DESTRUCTOR destroyed(void) { log_line("branch dtor"); }

int branch_fn(int x) { return targets[x & 1](x) + leaf_data; }
static int hidden(int x) { return x + 3; }
int (*branch_address(void))(int) { return branch_fn; }
int (*branch_hidden(void))(int) { return hidden; }
int *branch_bss(void) { return bss; }

/* How many words of bss are not zero. */
int branch_dirt(void) {
  int dirt = 0;
  for (int i = 0; i < 25000; i++) {
    dirt += bss[i] != 0;
  }
  return dirt;
}

int branch_soil(void) {
  for (int i = 0; i < 25000; i++) {
    bss[i] = -1;
  }
  return ++branch_data;
}

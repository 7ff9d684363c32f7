#include <stdio.h>
int side_data = 42;
static int opened;
__attribute__((constructor)) static void construct(void) { opened++; puts("side constructed"); }
__attribute__((destructor)) static void destruct(void) { puts("side destructed"); }
int side_call(int x) { return x + side_data + opened; }
int (*side_pointer)(int) = side_call;

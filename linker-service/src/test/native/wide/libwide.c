/* A library with addresses of 64 bits: data that points at data and at functions, its own and main's, and a constructor. */
extern long steps[4];           /* main's */
int twice(int);                 /* main's */
static int thrice(int x) { return 3 * x; }
static long own[3] = {10, 20, 30};
long *numbers = own;
int (*const functions[])(int) = {twice, thrice};
long *last_step = &steps[3];
static long constructed;
__attribute__((constructor)) static void construct(void) { constructed = own[2]; }
long sum_of(const long *from, unsigned long count) {
  long sum = 0;
  for (unsigned long i = 0; i < count; i++) sum += from[i];
  return sum + constructed;
}
int apply(int which, int x) { return functions[which](x); }
int (*function_of(int which))(int) { return functions[which]; }
unsigned long size_of_pointer(void) { return sizeof(void *); }

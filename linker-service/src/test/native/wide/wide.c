/* A main with addresses of 64 bits and no libc. */
long steps[4] = {1, 2, 3, 4};
extern long *numbers, *last_step;
long sum_of(const long *from, unsigned long count);
int apply(int which, int x);
int (*function_of(int which))(int);
unsigned long size_of_pointer(void);
int twice(int x) { return 2 * x; }
static int failed;
static void expect(int step, long expected, long found) { if (expected != found && !failed) failed = step; }
int check(void) {
  volatile char deep[4096];
  deep[0] = 5;
  failed = 0;
  expect(1, 8, (long)size_of_pointer());
  expect(2, 10 + 30, sum_of(steps, 4));
  expect(3, 60 + 30, sum_of(numbers, 3));
  expect(4, 4, *last_step);
  expect(5, 42, apply(0, 21));
  expect(6, 63, apply(1, 21));
  expect(7, 1, function_of(0) == twice);
  expect(8, 5, deep[0]);
  *last_step = 1L << 40;
  expect(9, 1L << 40, steps[3]);
  steps[3] = 4;
  return failed;
}
int call(int (*function)(int), int x) { return function(x); }
int deeper(int n) { volatile char frame[1024]; frame[n & 1023] = (char)n; return n == 0 ? frame[0] : deeper(n - 1) + frame[n & 1023]; }
void *grow(unsigned long pages) { return (void *)__builtin_wasm_memory_grow(0, pages); }
char at(const char *address) { return *address; }
void _start(void) { if (check()) __builtin_trap(); }

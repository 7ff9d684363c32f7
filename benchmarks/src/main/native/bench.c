/* Calls functions in loops: its own, and another library's, directly and through a pointer. */
int callee(int x);
int (*callee_address(void))(int);

__attribute__((noinline)) static int local(int x) { return x * 3 + 1; }

int call_local(int times) {
  int x = 0;
  for (int i = 0; i < times; i++) {
    x = local(x);
  }
  return x;
}

int call_other(int times) {
  int x = 0;
  for (int i = 0; i < times; i++) {
    x = callee(x);
  }
  return x;
}

int call_indirect(int times) {
  int (*function)(int) = callee_address();
  int x = 0;
  for (int i = 0; i < times; i++) {
    x = function(x);
  }
  return x;
}

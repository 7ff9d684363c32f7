int callee(int x) { return x * 3 + 1; }
int (*callee_address(void))(int) { return callee; }

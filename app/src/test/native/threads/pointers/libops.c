typedef int (*operation)(int, int);
static int add(int x, int y) { return x + y; }
int multiply(int x, int y) { return x * y; }
operation operations[2] = {add, multiply};
operation operation_at(int i) { return operations[i]; }
int apply(operation f, int x, int y) { return f(x, y); }

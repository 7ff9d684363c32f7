/* What calls.c calls in another library: one function by name, sixteen by address. */
int callee(int x) { return x * 3 + 1; }

#define CALLEE(n) static int callee##n(int x) { return x * 3 + n + 1; }
CALLEE(0) CALLEE(1) CALLEE(2) CALLEE(3) CALLEE(4) CALLEE(5) CALLEE(6) CALLEE(7)
CALLEE(8) CALLEE(9) CALLEE(10) CALLEE(11) CALLEE(12) CALLEE(13) CALLEE(14) CALLEE(15)

typedef int function(int);

static function *const callees[16] = {
    callee0, callee1, callee2,  callee3,  callee4,  callee5,  callee6,  callee7,
    callee8, callee9, callee10, callee11, callee12, callee13, callee14, callee15,
};

function *callee_address(int number) { return callees[number]; }

/*
 * An interpreter of a register machine with over 150 instructions in one switch: a function far over the 8,000 bytes of
 * bytecode beyond which HotSpot never compiles. It sieves primes, computes Fibonacci numbers by recursion, follows
 * Collatz' sequences and adds up a series of doubles, all to a limit that grows with SIZE.
 */
#include "measure.h"
#include <stdint.h>
#include <string.h>

typedef struct {
    uint8_t op, a, b, c;
    int32_t value;
} instruction;

enum { REGISTERS = 16, STACK = 1024, MEMORY = 1 << 20, MASK = MEMORY - 8, MOST_CODE = 256 };

/* Each is there with a register, with a value and with a word of memory on its right side. */
#define INT_OPERATIONS(X)                                                                                            \
    X(ADD, (int32_t)((uint32_t)x + (uint32_t)y))                                                                     \
    X(SUB, (int32_t)((uint32_t)x - (uint32_t)y))                                                                     \
    X(MUL, (int32_t)((uint32_t)x * (uint32_t)y))                                                                     \
    X(DIV, y == 0 || (y == -1 && x == INT32_MIN) ? 0 : x / y)                                                        \
    X(REM, y == 0 || y == -1 ? 0 : x % y)                                                                            \
    X(DIVU, y == 0 ? 0 : (int32_t)((uint32_t)x / (uint32_t)y))                                                       \
    X(REMU, y == 0 ? 0 : (int32_t)((uint32_t)x % (uint32_t)y))                                                       \
    X(AND, x & y)                                                                                                    \
    X(OR, x | y)                                                                                                     \
    X(XOR, x ^ y)                                                                                                    \
    X(ANDNOT, x & ~y)                                                                                                \
    X(SHL, (int32_t)((uint32_t)x << (y & 31)))                                                                       \
    X(SHR, (int32_t)((uint32_t)x >> (y & 31)))                                                                       \
    X(SAR, x >> (y & 31))                                                                                            \
    X(ROTL, (int32_t)((uint32_t)x << (y & 31) | (uint32_t)x >> (-y & 31)))                                           \
    X(EQ, x == y)                                                                                                    \
    X(NE, x != y)                                                                                                    \
    X(LT, x < y)                                                                                                     \
    X(LE, x <= y)                                                                                                    \
    X(GT, x > y)                                                                                                     \
    X(GE, x >= y)                                                                                                    \
    X(LTU, (uint32_t)x < (uint32_t)y)                                                                                \
    X(LEU, (uint32_t)x <= (uint32_t)y)                                                                               \
    X(MIN, x < y ? x : y)                                                                                            \
    X(MAX, x > y ? x : y)                                                                                            \
    X(MULHIGH, (int32_t)((int64_t)x * y >> 32))

#define JUMPS(X)                                                                                                     \
    X(JEQ, x == y) X(JNE, x != y) X(JLT, x < y) X(JLE, x <= y) X(JGT, x > y) X(JGE, x >= y)                          \
    X(JLTU, (uint32_t)x < (uint32_t)y) X(JGEU, (uint32_t)x >= (uint32_t)y) X(JANY, (x & y) != 0) X(JNONE, (x & y) == 0)

#define INT_CHANGES(X)                                                                                               \
    X(MOVE, x) X(NOT, ~x) X(NEG, (int32_t)-(uint32_t)x) X(CLZ, x ? __builtin_clz((uint32_t)x) : 32)                  \
    X(CTZ, x ? __builtin_ctz((uint32_t)x) : 32) X(POPCNT, __builtin_popcount((uint32_t)x)) X(BYTE, (int8_t)x)        \
    X(SHORT, (int16_t)x) X(IS_ZERO, x == 0) X(SIGN, (x > 0) - (x < 0))

#define LOADS(X) X(LOAD8, int8_t) X(LOAD8U, uint8_t) X(LOAD16, int16_t) X(LOAD16U, uint16_t) X(LOAD32, int32_t)
#define STORES(X) X(STORE8, uint8_t) X(STORE16, uint16_t) X(STORE32, int32_t)

#define DOUBLE_OPERATIONS(X)                                                                                         \
    X(FADD, x + y) X(FSUB, x - y) X(FMUL, x *y) X(FDIV, x / y) X(FMIN, x < y ? x : y) X(FMAX, x > y ? x : y)
#define DOUBLE_TESTS(X) X(FEQ, x == y) X(FNE, x != y) X(FLT, x < y) X(FLE, x <= y)
#define DOUBLE_CHANGES(X)                                                                                            \
    X(FMOVE, x) X(FNEG, -x) X(FABS, __builtin_fabs(x)) X(FSQRT, __builtin_sqrt(x)) X(FFLOOR, __builtin_floor(x))     \
    X(FCEIL, __builtin_ceil(x))

#define THREE(name, e) name, name##_VALUE, name##_MEMORY,
#define TWO(name, e) name, name##_VALUE,
#define INDEXED(name, e) name, name##_INDEXED,
#define ONE(name, e) name,
enum {
    INT_OPERATIONS(THREE) JUMPS(TWO) INT_CHANGES(ONE) LOADS(INDEXED) STORES(INDEXED) DOUBLE_OPERATIONS(TWO)
    DOUBLE_TESTS(TWO) DOUBLE_CHANGES(ONE)
    VALUE, SWAP, SELECT, JUMP, COUNT_DOWN, CALL, RETURN, PUSH, POP, FVALUE, FINT, INTF, FLOAD, FSTORE, HALT, OPERATIONS
};
_Static_assert(OPERATIONS > 150, "not enough instructions");

static instruction code[MOST_CODE];
static int length;
static uint8_t memory[MEMORY];

#define AT(type, address) (*(type *)(memory + ((address) & MASK)))

/* Runs from an instruction to HALT; gives register 0. */
static NOINLINE int32_t interpret(int pc, int32_t argument) {
    int32_t r[REGISTERS] = {argument};
    double f[REGISTERS] = {0};
    int32_t stack[STACK];
    int top = 0;
    for (;;) {
        const instruction *i = &code[pc++];
        switch (i->op) {
#define CASES(name, e)                                                                                               \
    case name: { int32_t x = r[i->b], y = r[i->c]; r[i->a] = e; break; }                                             \
    case name##_VALUE: { int32_t x = r[i->b], y = i->value; r[i->a] = e; break; }                                    \
    case name##_MEMORY: { int32_t x = r[i->b], y = AT(int32_t, r[i->c] + i->value); r[i->a] = e; break; }
            INT_OPERATIONS(CASES)
#undef CASES
#define CASES(name, e)                                                                                               \
    case name: { int32_t x = r[i->a], y = r[i->b]; if (e) pc = i->value; break; }                                    \
    case name##_VALUE: { int32_t x = r[i->a], y = (int8_t)i->b; if (e) pc = i->value; break; }
            JUMPS(CASES)
#undef CASES
#define CASES(name, e) case name: { int32_t x = r[i->b]; r[i->a] = e; break; }
            INT_CHANGES(CASES)
#undef CASES
#define CASES(name, type)                                                                                            \
    case name: r[i->a] = AT(type, r[i->b] + i->value); break;                                                        \
    case name##_INDEXED: r[i->a] = AT(type, r[i->b] + r[i->c] * (int)sizeof(type) + i->value); break;
            LOADS(CASES)
#undef CASES
#define CASES(name, type)                                                                                            \
    case name: AT(type, r[i->b] + i->value) = (type)r[i->a]; break;                                                  \
    case name##_INDEXED: AT(type, r[i->b] + r[i->c] * (int)sizeof(type) + i->value) = (type)r[i->a]; break;
            STORES(CASES)
#undef CASES
#define CASES(name, e)                                                                                               \
    case name: { double x = f[i->b], y = f[i->c]; f[i->a] = e; break; }                                              \
    case name##_VALUE: { double x = f[i->b], y = i->value; f[i->a] = e; break; }
            DOUBLE_OPERATIONS(CASES)
#undef CASES
#define CASES(name, e)                                                                                               \
    case name: { double x = f[i->b], y = f[i->c]; r[i->a] = e; break; }                                              \
    case name##_VALUE: { double x = f[i->b], y = i->value; r[i->a] = e; break; }
            DOUBLE_TESTS(CASES)
#undef CASES
#define CASES(name, e) case name: { double x = f[i->b]; f[i->a] = e; break; }
            DOUBLE_CHANGES(CASES)
#undef CASES
        case VALUE: r[i->a] = i->value; break;
        case SWAP: { int32_t x = r[i->a]; r[i->a] = r[i->b]; r[i->b] = x; break; }
        case SELECT: r[i->a] = r[i->value & 15] ? r[i->b] : r[i->c]; break;
        case JUMP: pc = i->value; break;
        case COUNT_DOWN: if (--r[i->a] != 0) pc = i->value; break;
        case CALL: stack[top++ % STACK] = pc; pc = i->value; break;
        case RETURN: pc = stack[--top % STACK]; break;
        case PUSH: stack[top++ % STACK] = r[i->a]; break;
        case POP: r[i->a] = stack[--top % STACK]; break;
        case FVALUE: f[i->a] = i->value; break;
        case FINT: f[i->a] = r[i->b]; break;
        case INTF: r[i->a] = __builtin_fabs(f[i->b]) < 2e9 ? (int32_t)f[i->b] : 0; break;
        case FLOAD: f[i->a] = AT(double, r[i->b] + i->value); break;
        case FSTORE: AT(double, r[i->b] + i->value) = f[i->a]; break;
        case HALT: return r[0];
        default: return -1;
        }
    }
}

static int emit(int op, int a, int b, int c, int32_t value) {
    code[length] = (instruction){(uint8_t)op, (uint8_t)a, (uint8_t)b, (uint8_t)c, value};
    return length++;
}

/* Lets an earlier jump go to the next instruction. */
static void land(int jump) { code[jump].value = length; }

/* r0: how many primes are below r0. */
static void emit_primes(void) {
    emit(MOVE, 1, 0, 0, 0), emit(VALUE, 0, 0, 0, 0), emit(VALUE, 2, 0, 0, 0), emit(VALUE, 5, 0, 0, 0);
    int clear = emit(STORE8, 5, 2, 0, 0);
    emit(ADD_VALUE, 2, 2, 0, 1), emit(JLT, 2, 1, 0, clear);
    emit(VALUE, 2, 0, 0, 2), emit(VALUE, 5, 0, 0, 1);
    int next = emit(LOAD8U, 3, 2, 0, 0);
    int skip = emit(JNE_VALUE, 3, 0, 0, 0);
    emit(ADD_VALUE, 0, 0, 0, 1), emit(ADD, 4, 2, 2, 0);
    int done = emit(JGE, 4, 1, 0, 0);
    int strike = emit(STORE8, 5, 4, 0, 0);
    emit(ADD, 4, 4, 2, 0), emit(JLT, 4, 1, 0, strike);
    land(skip), land(done);
    emit(ADD_VALUE, 2, 2, 0, 1), emit(JLT, 2, 1, 0, next), emit(HALT, 0, 0, 0, 0);
}

/* r0: the Fibonacci number of r0. */
static void emit_fibonacci(void) {
    int call = emit(CALL, 0, 0, 0, 0);
    emit(HALT, 0, 0, 0, 0);
    int function = length;
    land(call);
    int small = emit(JLT_VALUE, 0, 2, 0, 0);
    emit(PUSH, 0, 0, 0, 0), emit(SUB_VALUE, 0, 0, 0, 1), emit(CALL, 0, 0, 0, function);
    emit(POP, 1, 0, 0, 0), emit(PUSH, 0, 0, 0, 0), emit(SUB_VALUE, 0, 1, 0, 2), emit(CALL, 0, 0, 0, function);
    emit(POP, 1, 0, 0, 0), emit(ADD, 0, 0, 1, 0);
    land(small);
    emit(RETURN, 0, 0, 0, 0);
}

/* r0: the most steps that a number up to r0 takes to come to 1. */
static void emit_collatz(void) {
    emit(MOVE, 1, 0, 0, 0), emit(VALUE, 0, 0, 0, 0);
    int number = emit(MOVE, 2, 1, 0, 0);
    emit(VALUE, 3, 0, 0, 0);
    int step = emit(JEQ_VALUE, 2, 1, 0, 0);
    int odd = emit(JANY_VALUE, 2, 1, 0, 0);
    emit(SHR_VALUE, 2, 2, 0, 1), emit(ADD_VALUE, 3, 3, 0, 1), emit(JUMP, 0, 0, 0, step);
    land(odd);
    emit(MUL_VALUE, 2, 2, 0, 3), emit(ADD_VALUE, 2, 2, 0, 1), emit(ADD_VALUE, 3, 3, 0, 1), emit(JUMP, 0, 0, 0, step);
    land(step);
    emit(MAX, 0, 0, 3, 0), emit(COUNT_DOWN, 1, 0, 0, number), emit(HALT, 0, 0, 0, 0);
}

/* r0: a million times the sum of sqrt(1/n^2) with changing sign, for n from r0 down to 1. */
static void emit_series(void) {
    emit(FVALUE, 0, 0, 0, 0), emit(FVALUE, 2, 0, 0, 1);
    int term = emit(FINT, 1, 0, 0, 0);
    emit(FMUL, 1, 1, 1, 0), emit(FDIV, 1, 2, 1, 0), emit(FSQRT, 1, 1, 0, 0), emit(FNEG, 0, 0, 0, 0), emit(FADD, 0, 0, 1, 0);
    emit(COUNT_DOWN, 0, 0, 0, term);
    emit(FMUL_VALUE, 0, 0, 0, 1000000), emit(INTF, 0, 0, 0, 0), emit(HALT, 0, 0, 0, 0);
}

static int primes, fibonacci, collatz, series;

static unsigned work(int size) {
    int limit = size * 10000 < MASK ? size * 10000 : MASK;
    int32_t check = interpret(primes, limit);
    check = check * 31 + interpret(fibonacci, 20);
    check = check * 31 + interpret(collatz, size * 1000);
    return (unsigned)(check * 31 + interpret(series, size * 10000));
}

int main(int argc, char **argv) {
    primes = length, emit_primes();
    fibonacci = length, emit_fibonacci();
    collatz = length, emit_collatz();
    series = length, emit_series();
    return measure_main(argc, argv, "interpreter", 100, work);
}

/* Macros of all kinds that have a value, each behind something else; values.c prints what they are. */
#ifndef CONSTANTS_H
#define CONSTANTS_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { LEVEL_LOW = 1 << 2, LEVEL_HIGH = LEVEL_LOW | 3, LEVEL_LETTER = 'c', LEVEL_SIZE = sizeof(int) * 2 } level;
enum { LEVEL_TRUTH = (_Bool)5, LEVEL_BACK = -(LEVEL_HIGH), LEVEL_NEXT, LEVEL_CHOICE = LEVEL_LOW > 3 ? 10 : 20 };
struct pair { char first; int second; };

/* Whole numbers: of stdint.h, cast, in parentheses, of other macros, of enumerators. */
#define N_UINT32 UINT32_C(4000000000)
#define N_INT64 INT64_C(-5000000000)
#define N_UINT8 UINT8_C(200)
#define N_INTMAX INTMAX_C(9)
#define N_UINT64_MAX UINT64_MAX
#define N_INT64_MIN INT64_MIN
#define N_CAST_BYTE ((uint8_t)3)
#define N_CAST_BYTE_CUT ((uint8_t)0x1ff)
#define N_CAST_SIGNED ((int8_t)0xff)
#define N_CAST_SHORT ((short)40000)
#define N_CAST_USHORT (unsigned short)70000
#define N_CAST_ENUM ((level)6)
#define N_CAST_REAL ((int)2.9)
#define N_CAST_CONST ((const unsigned)7)
#define N_BYTE_MAX UINT8_MAX
#define N_CHAR_MIN SCHAR_MIN
#define N_PARENTHESES (((((42)))))
#define N_SHIFT (1u << 31)
#define N_SHIFT_BACK (-16 >> 2)
#define N_FLAGS (N_FLAG_ONE | N_FLAG_TWO)
#define N_FLAG_ONE 0x01
#define N_FLAG_TWO (N_FLAG_ONE << 1)
#define N_NOT (~N_FLAGS & 0xff)
#define N_BIT(n) (1ull << (n))
#define N_BITS (N_BIT(40) | N_BIT(0))
#define N_CONCAT_(a, b) a##b
#define N_CONCAT N_CONCAT_(0x, ff)
#define N_MAX(a, b) ((a) > (b) ? (a) : (b))
#define N_LARGER N_MAX(N_FLAGS, 2)
#define N_ENUMERATOR LEVEL_HIGH
#define N_ENUMERATORS (LEVEL_HIGH + LEVEL_LOW)
#define N_SIZE sizeof(struct pair)
#define N_COUNT (sizeof("four") - 1)
#define N_OFFSET offsetof(struct pair, second)
#define N_ALIGNMENT _Alignof(int)
#define N_OCTAL 0755
#define N_BINARY 0b1010
#define N_SUFFIX 10ul
#define N_COMPARED (3 < 4)
#define N_UNSIGNED_COMPARED (-1 < 1u)
#define N_CHOICE (sizeof(short) == 2 ? 100 : 200)
#define N_CHOSEN _Generic(1.0, double: 11, default: 12)
#define N_DIVIDED (-7 / 2)
#define N_REMAINDER (-7 % 3)
#define N_VERSION_NUMBER(a, b, c) ((a) * 10000 + (b) * 100 + (c))
#define N_VERSION N_VERSION_NUMBER(3, 14, 15)
#define N_FOURCC(a, b, c, d) ((uint32_t)(a) | (uint32_t)(b) << 8 | (uint32_t)(c) << 16 | (uint32_t)(d) << 24)
#define N_CODE N_FOURCC('W', 'A', 'V', 0xee)
#define N_INT_MIN INT_MIN
#define N_TRUE true
#define N_EXPECTED __builtin_expect(1, 0)

/* Characters. */
#define C_LETTER 'A'
#define C_NEWLINE '\n'
#define C_HEX '\x41'
#define C_NEGATIVE '\377'
#define C_QUOTE '\''
#define C_WIDE L'\u20ac'
#define C_SEVERAL 'ab'
#define C_CAST ((unsigned char)'\xe9')
#define C_SIXTEEN u'\u00e9'

/* Truths. */
#define T_YES ((_Bool)7)
#define T_NO ((bool)0)

/* Numbers of floating point. */
#define R_HALF .5
#define R_SINGLE 0.1f
#define R_DOUBLED (1.5f * 2)
#define R_CAST ((float)1 / 3)
#define R_SCALED (1e300 * 1e10)
#define R_SMALL 4.9406564584124654e-324
#define R_HEX 0x1.8p1
#define R_MIXED (1 / 4.0)
#define R_NEGATIVE_ZERO (-0.0)
#define R_TENTH 0.1
#define R_INFINITE __builtin_inff()
#define R_DEGREES (180.0 / 3.14159265358979323846)

/* Strings. */
#define S_VERSION "v" S_MAJOR "." S_TEXT(4)
#define S_MAJOR "3"
#define S_TEXT(x) #x
#define S_ESCAPES "a\tb\n\"c\"\\d\x7f"
#define S_UTF8 "gr\xc3\xbc\xc3\x9f dich \xf0\x9f\x98\x80"
#define S_NUL "a\0b"
#define S_EMPTY ""
#define S_CAST ((const char *)"cast")
#define S_PARENTHESES ("in " "parentheses")
#define S_WIDE L"w\u00efde"
#define S_SIXTEEN u"\U0001f600"
#define S_THIRTY_TWO U"32"
#define S_EIGHT u8"eight"
#define S_UNSIGNED ((const unsigned char *)"bytes")

/* Addresses that stand for something. */
#define P_NONE ((void *)0)
#define P_FAILED ((void *)-1)
#define P_FUNCTION ((void (*)(int))1)

/* What only wasm32 says so: values-wasm32.txt has it. */
#define W_SIZE ((size_t)-1)
#define W_LONG ((unsigned long)-2)
#define W_POINTER sizeof(void *)
#define W_QUAD 1.0L
#define W_QUAD_TENTH 0.1L
#define W_QUAD_LARGE (-3e300L * 2)

/* What is no constant, and takes nothing else along. */
extern int constants_count;
void constants_function(int it);
#define X_FUNCTION constants_function
#define X_CALL constants_function(1)
#define X_VARIABLE constants_count
#define X_ADDRESS (&constants_count)
#define X_INSIDE ("abc" + 1)
#define X_PLACE __LINE__
#define X_FILE __FILE__
#define X_BEGIN extern "C" {
#define X_END }
#define X_BEGIN_AGAIN X_BEGIN
#define X_OPEN (
#define X_CLOSE )
#define X_STATEMENT do { } while (0)
#define X_STATEMENTS 1; 2
#define X_TYPE unsigned long
#define X_KEYWORD extern
#define X_ATTRIBUTE __attribute__((noinline))
#define X_NAME not_declared
#define X_ITSELF X_ITSELF
#define X_ZERO (1 / 0)
#define X_PAIR {1, 2}
#define X_LITERAL ((struct pair){1, 2})
#define X_BYTES "\x89PNG"
#define X_WORDS a b c
#define X_COMMAS 1, 2
#define X_QUOTE don't
#define X_PRAGMA _Pragma("GCC poison int") 1
#define D_0 D_1 D_1 D_1 D_1 D_1 D_1 D_1 D_1 D_1 D_1
#define D_1 D_2 D_2 D_2 D_2 D_2 D_2 D_2 D_2 D_2 D_2
#define D_2 D_3 D_3 D_3 D_3 D_3 D_3 D_3 D_3 D_3 D_3
#define D_3 D_4 D_4 D_4 D_4 D_4 D_4 D_4 D_4 D_4 D_4
#define D_4 D_5 D_5 D_5 D_5 D_5 D_5 D_5 D_5 D_5 D_5
#define D_5 "x" "x"
#define X_TWICE(x) x x
#define D_T0 X_TWICE(X_TWICE(X_TWICE(X_TWICE(D_T1))))
#define D_T1 X_TWICE(X_TWICE(X_TWICE(X_TWICE(D_T2))))
#define D_T2 X_TWICE(X_TWICE(X_TWICE(X_TWICE(D_T3))))
#define D_T3 X_TWICE(X_TWICE(X_TWICE(X_TWICE(D_T4))))
#define D_T4 X_TWICE(X_TWICE(X_TWICE(X_TWICE("y"))))

#endif

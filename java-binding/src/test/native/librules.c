/* One function for each rule of the Basic C ABI that docs/java.md has a row for. */
#include <stdarg.h>
#include <stdbool.h>
#include <string.h>

struct one { int id; };
struct nested { struct one in; };
struct single { double v[1]; };
struct only { union { int id; } in; };
struct none {};
struct two { short a, b; };
struct named { const char *name; };
union either { int whole; float real; };
struct holds { union either in; };
struct bit { int a : 5; };
struct bits { unsigned a : 3; int b : 5; unsigned c : 24; };
struct wide { _Alignas(8) int a; };
struct open { int count; short rest[]; };

int one_of(struct one s) { return s.id; }
int one_at(const struct one *s) { return s ? s->id : -1; }
int nested_of(struct nested s) { return s.in.id; }
double single_of(struct single s) { return s.v[0]; }
double single_at(const struct single *s) { return s->v[0]; }
int only_of(struct only s) { return s.in.id; }
int after_none(struct none a, int b, struct none c) { (void)a, (void)c; return b; }
struct none none(void) { return (struct none){}; }
int none_size(void) { return (int)sizeof(struct none); }
int two_of(struct two s) { return s.a * 10 + s.b; }
int two_at(const struct two *s) { return s ? s->a * 10 + s->b : -1; }
int named_of(struct named s) { return (int)strlen(s.name); }
int either_of(union either u) { return u.whole; }
int holds_of(struct holds s) { return s.in.whole; }
union either either(float real) { return (union either){.real = real}; }
int bit_of(struct bit s) { return s.a; }
int bits_of(struct bits s) { return (int)s.a + s.b * 10 + (int)s.c * 100; }
int wide_of(struct wide s) { return s.a; }
int open_of(struct open s) { return s.count; }

struct one make_one(int id) { return (struct one){id}; }
const struct one *keep_one(int id) {
    static struct one kept;
    kept.id = id;
    return id ? &kept : NULL;
}
struct two make_two(int a, int b) { return (struct two){(short)a, (short)b}; }
struct named make_named(int which) { return (struct named){which ? "named" : NULL}; }

int of_schar(signed char v) { return v; }
int of_uchar(unsigned char v) { return v; }
int of_char(char v) { return v; }
int of_short(short v) { return v; }
int of_ushort(unsigned short v) { return v; }
long long of_uint(unsigned v) { return v; }
int of_bool(bool v) { return v; }
unsigned char to_uchar(int v) { return (unsigned char)v; }
unsigned short to_ushort(int v) { return (unsigned short)v; }
unsigned to_uint(int v) { return (unsigned)v; }
unsigned long long to_ulong(void) { return 18000000000000000000ull; }
bool to_bool(int v) { return v; }
long to_long(long v) { return v; }

__int128 add_big(__int128 a, int b) { return a + b; }
long double same(long double v) { return v; }
_Complex double conjugate(_Complex double z) {
    __imag__ z = -__imag__ z;
    return z;
}

int sum(int count, ...) {
    va_list rest;
    va_start(rest, count);
    int sum = 0;
    for (int i = 0; i < count; i++) sum += va_arg(rest, int);
    va_end(rest);
    return sum;
}
double mean(int count, ...) {
    va_list rest;
    va_start(rest, count);
    double sum = 0;
    for (int i = 0; i < count; i++) sum += va_arg(rest, double);
    va_end(rest);
    return sum / count;
}
double structs(int a, ...) {
    va_list rest;
    va_start(rest, a);
    struct one one = va_arg(rest, struct one);
    (void)va_arg(rest, struct none);
    struct single single = va_arg(rest, struct single);
    struct two two = va_arg(rest, struct two);
    struct named named = va_arg(rest, struct named);
    int last = va_arg(rest, int);
    va_end(rest);
    return one.id + single.v[0] + two_of(two) + named_of(named) + last + a;
}
int sum_of(int count, va_list rest) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += va_arg(rest, int);
    return sum;
}

int lengths(int count, char **texts) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum = sum * 10 + (texts[i] ? (int)strlen(texts[i]) : 9);
    return texts[count] ? -1 : sum;
}
void reverse(char **texts, int count) {
    for (int i = 0; i < count / 2; i++) {
        char *text = texts[i];
        texts[i] = texts[count - 1 - i];
        texts[count - 1 - i] = text;
    }
    if (count > 1) texts[1][0] = 'X';
}
int names(const char **out, int count) {
    static const char *const all[] = {"alpha", "beta", "größer"};
    for (int i = 0; i < count && i < 3; i++) out[i] = all[i];
    return 3;
}
static int opened = 41;
int open_it(int **out) {
    *out = opened++ > 40 ? &opened : NULL;
    return 0;
}

int call_one(int (*f)(struct one), int id) { return f((struct one){id}); }
int call_one_at(int (*f)(const struct one *), int id) { return f(id ? &(struct one){id} : NULL); }
int call_two(int (*f)(struct two), int a, int b) { return f((struct two){(short)a, (short)b}); }
int call_none(int (*f)(struct none, int), int a) { return f((struct none){}, a); }
int call_for_one(struct one (*f)(int), int id) { return f(id).id; }
int call_for_two(struct two (*f)(int, int), int a, int b) { return two_of(f(a, b)); }
double call_for_single(struct single (*f)(double), double v) { return f(v).v[0]; }
int call_for_none(struct none (*f)(int), int a) { f(a); return a; }
int call_uchar(unsigned char (*f)(unsigned char), int v) { return f((unsigned char)v); }
int call_ushort(unsigned short (*f)(unsigned short), int v) { return f((unsigned short)v); }
long long call_uint(unsigned (*f)(unsigned), int v) { return f((unsigned)v); }
int call_bool(bool (*f)(bool), int v) { return f(v) ? 10 : 20; }

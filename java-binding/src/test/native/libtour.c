/* One function for each thing that a Java interface can pass. */
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int add(int a, int b) { return a + b; }
int64_t add_long(int64_t a, int64_t b) { return a + b; }
float half(float a) { return a / 2; }
double scale(double a, int b) { return a * b; }
bool negate(bool a) { return !a; }
signed char narrow(int a) { return (signed char)a; }
unsigned short wide(int a) { return (unsigned short)a; }

int length(const char *text) { return text ? (int)strlen(text) : -1; }
const char *greeting(int which) { return which == 1 ? "Grüße" : which == 2 ? "" : NULL; }

int sum_bytes(const unsigned char *bytes, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++) sum += bytes[i];
    return sum;
}
void fill_bytes(unsigned char *bytes, int count, int value) { memset(bytes, value, count); }
void double_ints(int *numbers, int count) {
    for (int i = 0; i < count; i++) numbers[i] *= 2;
}
double mean(const double *numbers, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += numbers[i];
    return count ? sum / count : 0;
}
void widen(const short *from, long long *to, int count) {
    for (int i = 0; i < count; i++) to[i] = from[i];
}

struct point { int x; double y; };
struct named { char name[8]; unsigned char flag; struct point at; const char *note; short tail[3]; };

double point_sum(struct point p) { return p.x + p.y; }
double point_sum_at(const struct point *p) { return p->x + p->y; }
struct point swapped(struct point p) { return (struct point){(int)p.y, p.x}; }
void shift(struct point *points, int count, int by) {
    for (int i = 0; i < count; i++) { points[i].x += by; points[i].y -= by; }
}
struct named describe(const struct named *n) {
    struct named r = *n;
    r.at.x++;
    r.note = n->note ? "noted" : NULL;
    for (int i = 0; i < 3; i++) r.tail[i] = -n->tail[i];
    return r;
}
int named_size(void) { return (int)sizeof(struct named); }
int note_length(const struct named *n) { return (int)strlen(n->note); }

typedef int (*binary)(int, int);
int apply(binary f, int a, int b) { return f ? f(a, b) : -1; }
static binary kept;
void keep(binary f) { kept = f; }
int call_kept(int a, int b) { return kept(a, b); }
void sort(int *numbers, int count, int (*compare)(const void *, const void *)) {
    qsort(numbers, count, sizeof(int), compare);
}
double visit(double (*f)(const struct point *, const char *, bool, long long, float)) {
    struct point p = {3, 0.5};
    return f(&p, "visited", true, 1LL << 40, 0.25f);
}
/* A little of the stack is in use while Java runs. */
int deep(int levels, binary f) {
    volatile char frame[256];
    memset((char *)frame, levels, sizeof frame);
    int below = levels ? deep(levels - 1, f) : f(1, 2);
    return below + (frame[100] == (char)levels ? 0 : 1000);
}

int format(char *out, int size, const char *how, ...) {
    va_list rest;
    va_start(rest, how);
    int n = vsnprintf(out, size, how, rest);
    va_end(rest);
    return n;
}

static int counter;
int count(void) { return ++counter; }
/* Wrong answers if two threads are in here at once. */
int slow_count(int rounds) {
    int before = counter;
    for (volatile int i = 0; i < rounds; i++) {}
    counter = before + 1;
    return counter;
}
int numbers[4] = {10, 20, 30, 40};
int *number_at(int i) { return i < 4 ? numbers + i : NULL; }

/* Not inlined, and not known to divide by zero: both are seen in the trap. */
static __attribute__((noinline)) int divide(int a, volatile int *by) { return a / *by; }
int trap(int a) {
    volatile int zero = 0;
    return divide(a, &zero) + 1;
}
int use_after(const char *p) { return *(volatile const char *)p; }

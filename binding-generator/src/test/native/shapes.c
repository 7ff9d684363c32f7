/* What shapes.h declares. */
#include "shapes.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int shapes_count = 7;

int shapes_sum(int a, int b) { return a + b; }
shape_depth shapes_deeper(shape_depth depth) { return depth == SHAPES_TOP ? SHAPES_BEHIND : SHAPES_TOP; }
int shapes_typed(int a, double b) { return a * b; }
unsigned long long shapes_widen(uint8_t byte, uint16_t two, unsigned four, int64_t eight) { return byte + two + four + eight; }
unsigned char shapes_invert(unsigned char byte) { return ~byte; }
_Bool shapes_not(_Bool truth) { return !truth; }
float shapes_half(float number) { return number / 2; }

double shapes_mean(const double *numbers, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += numbers[i];
    return sum / count;
}

char *shapes_greet(const char *name)
{
    if (!name)
        return NULL;
    char *text = malloc(strlen(name) + 8);
    strcpy(text, "Hello, ");
    return strcat(text, name);
}

int shapes_zeroes(const char *data, const char *name, int size)
{
    int zeroes = 0;
    for (int i = 0; i < size; i++)
        zeroes += data[i] == 0;
    return zeroes;
}

int shapes_shift(void *to, size_t to_size, const void *from, size_t from_size)
{
    size_t size = to_size < from_size ? to_size : from_size;
    for (size_t i = 0; i < size; i++)
        ((char *)to)[i] += ((const char *)from)[i];
    return size;
}

const char *shapes_name(enum shape_kind kind) { return kind == SHAPES_ROUND ? "round" : kind == SHAPES_LINE ? "line" : NULL; }

size_t shapes_fill(unsigned char *buffer, size_t length, int value)
{
    memset(buffer, value, length);
    return length;
}

void shapes_split(int number, int *tens, int *ones)
{
    *tens = number / 10;
    *ones = number % 10;
}

int shapes_longest(const char *const *names, char *const argv[])
{
    size_t longest = 0;
    for (; *names; names++)
        longest = strlen(*names) > longest ? strlen(*names) : longest;
    for (; *argv; argv++)
        longest = strlen(*argv) > longest ? strlen(*argv) : longest;
    return longest;
}

void shapes_out(const char **text, char **owned)
{
    *text = "text";
    *owned = shapes_greet("you");
}

struct point shapes_move(struct point at, const struct point *by) { return (struct point){at.x + by->x, at.y + by->y}; }
int shapes_is(union number number, int kind, single one) { return (kind ? (int)number.real : number.whole) + one.alone; }

union number shapes_number(int kind)
{
    union number number = {0};
    if (kind)
        number.real = 1.5;
    else
        number.whole = 7;
    return number;
}

static struct flags kept = {.open = 1, .level = -9, .wide = 0x8123456789ULL, .last = 1, .tail = -3};

int shapes_flags(struct flags flags) { return flags.open + flags.level * 100 + (flags.wide == kept.wide) * 10 + flags.tail * 10000; }
struct flags *shapes_flags_at(void) { return &kept; }

int shapes_inside(const drawing *drawing)
{
    return drawing->title[0] + drawing->colour * 1000 + drawing->corners[1].x + drawing->size.whole + drawing->depth + drawing->grid[1][2]
        + drawing->names[1][0];
}

static shape_visitor visitor_kept;

int shapes_visit(shape_visitor visitor, void *user, int count)
{
    int sum = 0;
    visitor_kept = visitor;
    for (int i = 0; i < count; i++)
        sum += visitor(user, i ? "more" : "first", SHAPES_LINE + i);
    return sum;
}

int shapes_apply(int (*function)(unsigned char, struct point), int times) { return function(200, (struct point){times, .5}); }
shape_visitor shapes_kept(void) { return visitor_kept; }
int shapes_log(int (*log)(const char *, va_list)) { return log != NULL; }

int shapes_vformat(char *out, size_t size, const char *format, va_list arguments) { return vsnprintf(out, size, format, arguments); }

int shapes_format(char *out, size_t size, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(out, size, format, arguments);
    va_end(arguments);
    return length;
}

void wait(void) { shapes_count++; }
int shapes_class(int class, int other) { return class + other; }
int shapes_old() { return 12; }
int shapes_label(void) { return 13; }
long double shapes_long(long double number) { return number; }
int shapes_packed(struct packed it) { return it.a; }
int shapes_between(va_list arguments, int number) { return number; }

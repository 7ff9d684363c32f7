/* A header with all that an interface can have, and what it cannot. */
#ifndef SHAPES_H
#define SHAPES_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include "shapes_types.h"

#define SHAPES_VERSION "1.2." SHAPES_PATCH
#define SHAPES_PATCH "3"
#define SHAPES_FLAG_DEEP (1 << 3)
#define SHAPES_ALL (SHAPES_FLAG_DEEP | SHAPES_ROUND)
#define SHAPES_MASK 0xffffffff
#define SHAPES_BIG (1LL << 40)
#define SHAPES_HALF .5
#define SHAPES_LETTER 'A'
#define SHAPES_KEEP ((shape_visitor)-1)
#define SHAPES_MAX(a, b) ((a) > (b) ? (a) : (b))
#define shapes_alias shapes_sum

/** Adds two numbers.
 * The sum is wrapped.
 *
 * @param a the first
 * @param[in] b the second & last,
 *            behind \a a
 * @return their sum <= INT_MAX
 * @param missing is none
 */
SHAPES_API int shapes_sum(int a, int b);
SHAPES_API shape_depth shapes_deeper(shape_depth depth);
SHAPES_API shape_function shapes_typed;

SHAPES_API unsigned long long shapes_widen(uint8_t byte, uint16_t two, unsigned four, int64_t eight);
/*
   The comment stands behind, as zlib has it: a byte, two, four, eight and their sum.
*/

SHAPES_API unsigned char shapes_invert(unsigned char byte); // one more behind

SHAPES_API _Bool shapes_not(_Bool truth);
SHAPES_API double shapes_mean(const double *numbers, int count);
SHAPES_API float shapes_half(float number);

/// A greeting: "Hello, name".
/// The caller has to free it.
SHAPES_API char *shapes_greet(const char *name);

SHAPES_API int shapes_zeroes(const char *data, const char *name, int size);
SHAPES_API int shapes_shift(void *to, size_t to_size, const void *from, size_t from_size);
SHAPES_API const char *shapes_name(enum shape_kind kind);
SHAPES_API size_t shapes_fill(unsigned char *buffer, size_t length, int value);
SHAPES_API void shapes_split(int number, int *tens, int *ones);
SHAPES_API int shapes_longest(const char *const *names, char *const argv[]);
SHAPES_API void shapes_out(const char **text, char **owned);

SHAPES_API struct point shapes_move(struct point at, const struct point *by);
SHAPES_API int shapes_is(union number number, int kind, single one);
SHAPES_API union number shapes_number(int kind);
SHAPES_API int shapes_flags(struct flags flags);
SHAPES_API struct flags *shapes_flags_at(void);
SHAPES_API int shapes_inside(const drawing *drawing);

SHAPES_API int shapes_visit(shape_visitor visitor, void *user, int count);
SHAPES_API int shapes_apply(int (*function)(unsigned char, struct point), int times);
SHAPES_API shape_visitor shapes_kept(void);
SHAPES_API int shapes_log(int (*log)(const char *, va_list));

SHAPES_API int shapes_format(char *out, size_t size, const char *format, ...);
SHAPES_API int shapes_vformat(char *out, size_t size, const char *format, va_list arguments);

SHAPES_API void wait(void);
SHAPES_API int shapes_class(int class, int);
SHAPES_API int shapes_old();
SHAPES_API int shapes_label(void) __asm__("shapes_renamed");

SHAPES_API long double shapes_long(long double number);
SHAPES_API struct hidden shapes_hidden(struct hidden *it);
SHAPES_API int shapes_packed(struct packed it);
SHAPES_API int shapes_between(va_list arguments, int number);
static inline int shapes_inline(int number) { return number; }

extern SHAPES_API int shapes_count;

#endif

/* Static variables, of which those that are constant are constants as macros are. */
#include <stdint.h>

enum statics_mode { STATICS_OFF, STATICS_ON = 3 };

struct statics_point {
  int x, y;
};

static const int ST_WHOLE = 5;
static const uint32_t ST_UNSIGNED = 0xee6b2800;
static const int64_t ST_WIDE = -5000000000;
static const _Bool ST_TRUTH = 1;
static const float ST_SINGLE = 0.1f;
static const double ST_REAL = ST_SINGLE * 2;
static const enum statics_mode ST_MODE = STATICS_ON;
static const char ST_TEXT[] = "text";
static const char ST_ROOM[10] = "room";
static const char *const ST_POINTER = "at an \"address\"";
static const void *const ST_NOTHING = 0;
static const unsigned long ST_SIZE = sizeof(struct statics_point);
static const int ST_HIDDEN = 1;
#define ST_HIDDEN 2

/* No constants of Java's. */
static const char ST_ENDLESS[4] = "four";
static const struct statics_point ST_POINT = {1, 2};
static const int *const ST_ADDRESS = &ST_WHOLE;

/* Another thing for each who asks, or of each source that has the header: not told of. */
static const unsigned char st_bytes[] = {1, 2, 0};
static const int st_table[] = {1, 2};
static const char *st_moving = "moving";
static const volatile int st_volatile = 1;
static const int st_empty;
static int st_counter = 1;

/* The library's. */
extern const int st_exported;

#define SHAPES_API __attribute__((visibility("default")))

/* What a drawing has. */
enum shape_kind { SHAPES_DOT, SHAPES_LINE = 5, SHAPES_CURVE, SHAPES_ROUND = -2 };
typedef enum { SHAPES_RED, SHAPES_GREEN } shape_colour;
enum { SHAPES_FAR = 0x7fffffffffLL };
typedef enum { SHAPES_BEHIND = -1, SHAPES_TOP = 0xffffffff } shape_depth;
#define SHAPES_FAR SHAPES_FAR

/** A place. */
struct point {
    int x;
    double y;
};

union number {
    int whole;
    double real;
    char letters[12];
};

typedef union {
    unsigned alone;
} single;

struct flags {
    unsigned open : 1;
    int level : 5;
    unsigned long long : 0;
    unsigned long long wide : 40;
    _Bool last : 1;
    short tail;
};

typedef struct drawing {
    char title[8];
    shape_colour colour;
    struct point corners[2];
    union number size;
    struct {
        short depth;
    };
    struct drawing *next;
    unsigned char grid[2][3];
    const char *names[2];
    int rest[];
} drawing;

typedef int (*shape_visitor)(void *user, const char *name, enum shape_kind kind);

typedef int shape_function(int a, double b);

struct hidden;
struct __attribute__((packed)) packed {
    char a;
    int b;
};

// What ReplacementTest binds: with -DVERSION=2 it is the library that takes the place of the first one. The border between
// variables with and without first values is the same in both, so that no data moves; with -DMOVED as well,
// it does. -DLACKING leaves out a function.
typedef int (*binary)(int, int);

struct point {
    int x, y;
};

struct wide {
    double value;
};

binary kept;
int calls;
#ifdef MOVED
char front[64] = "what moves the data";
#endif

int version(void) {
    ++calls;
    return VERSION;
}

#ifndef LACKING
int made(void) {
    return calls;
}
#endif

// A function of Java.
void keep(binary function) {
    kept = function;
}

int call_kept(int a, int b) {
    return kept(a, b) * VERSION;
}

int apply(binary function, int a, int b) {
    return VERSION * 1000 + function(a, b);
}

// A function of C, which Java keeps.
static int scaled(int a, int b) {
    return (a + b) * VERSION;
}

binary scale(void) {
    return scaled;
}

struct point shifted(struct point at) {
    return (struct point){at.x + VERSION, at.y + VERSION};
}

double weighed(struct wide by) {
    return by.value * VERSION;
}

void move(struct point *at) {
    at->x += 10 * VERSION;
    at->y += 10 * VERSION;
}

int sum(const int *numbers, int count) {
    int sum = VERSION * 1000;
    for (int i = 0; i < count; i++) {
        sum += numbers[i];
    }
    return sum;
}

const char *unit(void) {
    return VERSION == 1 ? "metre" : "yards";
}

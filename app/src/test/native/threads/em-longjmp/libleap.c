#include "jumps.h"
/* Goes down some calls, each with a frame, and jumps out of them into another module. */
void leap(jmp_buf to, int depth, int value) {
    volatile char frame[256];
    frame[depth & 255] = (char)depth;
    if (depth == 0) longjmp(to, value);
    leap(to, depth - 1, value + frame[depth & 255] - (char)depth);
}

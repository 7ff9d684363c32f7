/* Built against mismatch-decoy.c, where add takes three; run with libmm.so, where it takes two. */
#include <stdio.h>

int add(int a, int b, int c);

int main(void) {
    printf("sum %d\n", add(1, 2, 3));
    return 0;
}

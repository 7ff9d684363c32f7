/* Runs forever, and the loop calls nothing: only a poll at its back edge can stop it. */
#include <stdio.h>

int main(void) {
    puts("looping");
    fflush(stdout);
    for (volatile unsigned turns = 0;; turns++) {
    }
}

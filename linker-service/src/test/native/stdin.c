/* Standard input to standard output in upper case; then how much it was. */
#include <ctype.h>
#include <stdio.h>

int main(void) {
    long count = 0;
    for (int c; (c = getchar()) != EOF; count++) {
        putchar(toupper(c));
    }
    printf("stdin: %ld bytes\n", count);
    return 0;
}

/* A program that fills the screen: it goes to the alternate screen, and ends with q. */
#include <stdio.h>
#include <unistd.h>

int main(void) {
    printf("\033[?1049h\033[Hkeys\n");
    fflush(stdout);
    for (unsigned char key = 0; key != 'q' && read(0, &key, 1) == 1;) {
        printf("key %02x\n", key);
        fflush(stdout);
    }
    printf("\033[?1049lgone\n");
    return 0;
}

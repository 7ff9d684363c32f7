/* Asks for lines until the end of the input, and shows what each read returned. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void) {
    char line[256];
    for (;;) {
        write(1, "? ", 2);
        ssize_t count = read(0, line, sizeof line);
        if (count <= 0) {
            printf("end: %zd\n", count);
            return 0;
        }
        printf("%zd: ", count);
        for (ssize_t i = 0; i < count; i++) {
            unsigned char c = (unsigned char) line[i];
            if (c >= ' ' && c < 0x7f) {
                putchar(c);
            } else {
                printf("\\%02x", c);
            }
        }
        printf("\n");
        fflush(stdout);
    }
}

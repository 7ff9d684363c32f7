// Built with the legacy encoding of exceptions, which not all engines read.
#include <setjmp.h>

int main(void) {
    static jmp_buf buffer;
    int value = setjmp(buffer);
    if (value == 0)
        longjmp(buffer, 3);
    return value;
}

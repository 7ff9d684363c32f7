/* Linked as a non-PIE main that does not export __stack_pointer, which libc.so imports. */
#include <stdio.h>

int main(void) {
    puts("linked without a stack pointer");
    return 0;
}

/* A library to open and close: data, a relocation, a constructor. */
static int constructed;
static int *pointer = &constructed;

__attribute__((constructor)) static void construct(void) { *pointer = 1; }

int plugin(int x) { return x + constructed; }

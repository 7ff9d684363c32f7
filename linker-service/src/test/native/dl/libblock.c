/* Data of its own, and memory of malloc's. */
#include <stdlib.h>
#include <string.h>

static char data[150000];
static char *heap;

/* Fills both. */
void block_fill(int byte) {
  heap = malloc(3000);
  memset(data, byte, sizeof data);
  memset(heap, byte, 3000);
}

/* Whether both still have it; gives the heap's part back. */
int block_check(int byte) {
  int right = 1;
  for (size_t i = 0; i < sizeof data; i++) {
    right &= data[i] == byte;
  }
  for (int i = 0; i < 3000; i++) {
    right &= heap[i] == byte;
  }
  free(heap);
  return right;
}

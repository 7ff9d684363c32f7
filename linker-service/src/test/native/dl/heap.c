/* Opens and closes a library while malloc grows the same memory, and looks after everybody's bytes. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCKS 60

static char *blocks[BLOCKS];

static size_t size(int block) { return 1000 + block * 1777; }

static int wrong(void) {
  int count = 0;
  for (int i = 0; i < BLOCKS; i++) {
    for (size_t j = 0; blocks[i] && j < size(i); j++) {
      count += blocks[i][j] != (char)i;
    }
  }
  return count;
}

int main(void) {
  void *open = NULL;
  int opened = 0;
  int kept = 1;
  for (int i = 0; i < BLOCKS; i++) {
    blocks[i] = malloc(size(i));
    memset(blocks[i], i, size(i));
    if (i % 3 == 0) {
      open = dlopen("libblock.so", RTLD_NOW);
      ((void (*)(int))dlsym(open, "block_fill"))(100);
      opened++;
    } else if (i % 3 == 2) {
      kept &= ((int (*)(int))dlsym(open, "block_check"))(100);
      dlclose(open);
    }
    if (i % 5 == 4) {
      free(blocks[i - 2]);
      blocks[i - 2] = NULL;
    }
  }
  printf("opened %d, wrong bytes %d, kept %d\n", opened, wrong(), kept);
  return 0;
}

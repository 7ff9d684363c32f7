#include <stdio.h>

#include "counter.h"

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) {
    printf("%d: %s\n", count_words(argv[i]), argv[i]);
  }
  printf("%d words\n", words_seen);
  return 0;
}

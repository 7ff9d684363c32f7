#include "counter.h"

#include <ctype.h>

int words_seen;

int count_words(const char *text) {
  int words = 0;
  int inside = 0;
  for (; *text; text++) {
    int letter = !isspace((unsigned char)*text);
    words += letter && !inside;
    inside = letter;
  }
  words_seen += words;
  return words;
}

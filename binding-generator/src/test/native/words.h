/* Words of a text. */
#ifndef WORDS_H
#define WORDS_H

#include <stddef.h>

#define WORDS_LONGEST 20

/* A word, and how often it stands in a text. */
struct word {
    int count;
    char text[WORDS_LONGEST];
};

enum words_order { WORDS_AS_THEY_COME, WORDS_BACKWARDS };

/* Is told of a word; anything but 0 ends the walk. */
typedef int (*word_visitor)(void *user, const char *word);

/* The word that stands most often. */
struct word words_most(const char *text);

/* Calls for each word, and tells how often it has called. */
int words_each(const char *text, enum words_order order, word_visitor visitor, void *user);

/* Writes the text in capitals, at most size bytes of it with the NUL. */
size_t words_upper(char *out, size_t size, const char *text);

#endif

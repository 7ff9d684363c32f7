#ifndef COUNTER_H
#define COUNTER_H

/* How many words a text has. Adds to words_seen. */
int count_words(const char *text);

/* All words that were ever counted. */
extern int words_seen;

#endif

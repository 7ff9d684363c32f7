#include <ctype.h>
#include <stdbool.h>

static int seen;

/* How many words there are in a text, and all of them are counted in words_seen(). */
int count_words(const char *text) {
    int words = 0;
    bool in_word = false;
    for (; *text; text++) {
        bool is_part = !isspace((unsigned char)*text);
        words += is_part && !in_word;
        in_word = is_part;
    }
    seen += words;
    return words;
}

int words_seen(void) { return seen; }

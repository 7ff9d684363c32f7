/* What words.h declares. */
#include "words.h"
#include <ctype.h>
#include <string.h>

static const char *next(const char *text, struct word *word)
{
    size_t length = 0;
    text += strspn(text, " ");
    while (*text && *text != ' ') {
        if (length + 1 < sizeof word->text)
            word->text[length++] = *text;
        text++;
    }
    word->text[length] = 0;
    return length ? text : NULL;
}

static int count(const char *text, const char *what)
{
    struct word word;
    int found = 0;
    while ((text = next(text, &word)))
        found += strcmp(word.text, what) == 0;
    return found;
}

struct word words_most(const char *text)
{
    struct word most = {0}, word;
    for (const char *rest = text; (rest = next(rest, &word));) {
        word.count = count(text, word.text);
        if (word.count > most.count)
            most = word;
    }
    return most;
}

int words_each(const char *text, enum words_order order, word_visitor visitor, void *user)
{
    struct word word;
    int all = 0;
    for (const char *rest = text; (rest = next(rest, &word));)
        all++;
    for (int i = 0; i < all; i++) {
        const char *rest = text;
        for (int skip = order == WORDS_BACKWARDS ? all - 1 - i : i; skip >= 0; skip--)
            rest = next(rest, &word);
        if (visitor(user, word.text))
            return i + 1;
    }
    return all;
}

size_t words_upper(char *out, size_t size, const char *text)
{
    size_t length = 0;
    for (; text[length] && length + 1 < size; length++)
        out[length] = toupper((unsigned char)text[length]);
    if (size)
        out[length] = 0;
    return length;
}

/* A plugin: each letter moves thirteen places on; twice is what it was. */
#include "filter.h"

#include <ctype.h>

static void rot13(char *text) {
    for (; *text; text++) {
        int first = isupper((unsigned char)*text) ? 'A' : 'a';
        if (isalpha((unsigned char)*text)) {
            *text = (char)(first + (*text - first + 13) % 26);
        }
    }
}

const struct filter filter_plugin = {FILTER_VERSION, "rot13", rot13};

/* A plugin: capital letters. */
#include "filter.h"

#include <ctype.h>

static void upper(char *text) {
    for (; *text; text++) {
        *text = (char)toupper((unsigned char)*text);
    }
}

const struct filter filter_plugin = {FILTER_VERSION, "upper", upper};

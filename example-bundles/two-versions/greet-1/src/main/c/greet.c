#include "greet.h"

#include <stdio.h>

const char *greet(const char *name) {
    static char text[128];
    snprintf(text, sizeof text, "Hello, %s!", name);
    return text;
}

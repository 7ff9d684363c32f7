#include "greet.h"

#include <stdio.h>

static const char *time_of_day(int hour) {
    return hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
}

const char *greet(const char *name, int hour) {
    static char text[128];
    snprintf(text, sizeof text, "Good %s, %s!", time_of_day(hour), name);
    return text;
}

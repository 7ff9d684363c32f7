/* libgreet.so 2.1. Since 2.0 greet has a second parameter: programs for 1.x do not run over it. */
#ifndef GREET_H
#define GREET_H

/* A greeting for the time of day, 0 to 23, which stays until the next one. */
const char *greet(const char *name, int hour);

#endif

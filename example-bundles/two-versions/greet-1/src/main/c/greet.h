/* libgreet.so 1.4 */
#ifndef GREET_H
#define GREET_H

/* A greeting, which stays until the next one. */
const char *greet(const char *name);

#endif

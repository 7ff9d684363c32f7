/* What libjava.so has: Java functions, see JavaAndCTest. */
#ifndef LIBJAVA_H
#define LIBJAVA_H

#define JAVA __attribute__((visibility("default")))

JAVA int twice(int number);
JAVA int apply(int (*function)(int), int number);
JAVA int compare(const void *one, const void *other); /* ints, for qsort */
JAVA void to_upper(char *text);
JAVA int open_file(const char *name); /* -1 and errno */
JAVA double half(double number);

#endif

/* What libjregex.so has: regular expressions of Java. Its functions are written in Java, see Regex.java. */
#ifndef JREGEX_H
#define JREGEX_H

/* Told of each match: its bytes, which no NUL ends, and what was given to regex_each. Anything but 0 ends the search. */
typedef int regex_visitor(const char *match, int length, void *context);

/*
 * Searches a text for a pattern and tells the visitor of each match. Each byte counts as a character.
 * Returns the number of matches that it was told of, or -1 and EINVAL if the pattern is none.
 */
int regex_each(const char *pattern, const char *text, regex_visitor *visitor, void *context);

/* Returns if the whole text matches. Otherwise the program ends, and who started it gets a NoMatchException. */
void regex_require(const char *pattern, const char *text);

#endif

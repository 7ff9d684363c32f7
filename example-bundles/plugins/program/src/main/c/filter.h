/* What a plugin of filter.wasm is: a library libfilter-NAME.so that defines filter_plugin. */
#ifndef FILTER_H
#define FILTER_H

/* Counts up when the struct changes: a plugin of another version is not used. */
#define FILTER_VERSION 1

struct filter {
    int version;
    const char *description;
    void (*apply)(char *text); /* in place */
};

extern const struct filter filter_plugin;

#endif

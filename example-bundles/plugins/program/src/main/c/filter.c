/*
 * Filters lines of text with plugins. Each line of input is the name of a plugin, a space and the text.
 * A plugin is opened for each line and closed after it, so that it may come, go and be replaced in between.
 */
#include "filter.h"

#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#define LINE_SIZE 256

static void filter(void *library, char *text) {
    const struct filter *plugin = dlsym(library, "filter_plugin");
    if (!plugin) {
        printf("%s\n", dlerror());
    } else if (plugin->version != FILTER_VERSION) {
        printf("%s: version %d, expected %d\n", plugin->description, plugin->version, FILTER_VERSION);
    } else {
        plugin->apply(text);
        printf("%s: %s\n", plugin->description, text);
    }
}

static void answer(char *line) {
    char name[LINE_SIZE + sizeof "libfilter-.so"];
    char *text = strchr(line, ' ');
    if (!text) {
        printf("expected PLUGIN TEXT, found %s\n", line);
        return;
    }
    *text++ = '\0';
    snprintf(name, sizeof name, "libfilter-%s.so", line);
    void *library = dlopen(name, RTLD_NOW);
    if (!library) {
        printf("%s\n", dlerror());
        return;
    }
    filter(library, text);
    dlclose(library);
}

int main(void) {
    char line[LINE_SIZE];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        answer(line);
        fflush(stdout); /* who reads this through a pipe waits for the answer */
    }
    return 0;
}

/*
 * Parses texts with grammars that it did not know when it was compiled. A line with a grammar's name begins a text, a line with a
 * dot ends it; then its tree is printed. The parser asks for each line when it has come so far, and is told of it with "...": a text
 * may take as long as it likes, and grammars come and go meanwhile.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

#define LINE_SIZE 256

/* All lines so far: the parser may go back. */
struct text {
    char *bytes;
    size_t length;
    int ended;
};

static void read_line(struct text *text) {
    char line[LINE_SIZE];
    puts("...");
    fflush(stdout); /* who reads this through a pipe waits for it */
    if (!fgets(line, sizeof line, stdin) || strcmp(line, ".\n") == 0) {
        text->ended = 1;
        return;
    }
    size_t length = strlen(line);
    char *bytes = realloc(text->bytes, text->length + length);
    if (!bytes) {
        text->ended = 1;
        return;
    }
    memcpy(bytes + text->length, line, length);
    text->bytes = bytes;
    text->length += length;
}

static const char *read_on(void *payload, uint32_t at, TSPoint place, uint32_t *length) {
    struct text *text = payload;
    (void)place;
    if (at >= text->length && !text->ended) read_line(text);
    *length = at < text->length ? text->length - at : 0;
    return *length ? text->bytes + at : "";
}

static void print_tree(TSParser *parser) {
    struct text text = {0};
    TSInput input = {.payload = &text, .read = read_on, .encoding = TSInputEncodingUTF8};
    TSTree *tree = ts_parser_parse(parser, NULL, input);
    char *nodes = ts_node_string(ts_tree_root_node(tree));
    puts(nodes);
    free(nodes);
    ts_tree_delete(tree);
    free(text.bytes);
}

static void parse(void *library, const char *symbol) {
    const TSLanguage *(*language)(void) = (const TSLanguage *(*)(void))dlsym(library, symbol);
    if (!language) {
        puts(dlerror());
        return;
    }
    TSParser *parser = ts_parser_new();
    if (ts_parser_set_language(parser, language())) {
        print_tree(parser);
    } else {
        printf("%s: version %u, expected %d to %d\n", symbol, ts_language_abi_version(language()),
            TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION, TREE_SITTER_LANGUAGE_VERSION);
    }
    ts_parser_delete(parser);
}

/* The grammar is closed after each text, so that it may come, go and be replaced in between. */
static void answer(const char *grammar) {
    char file[LINE_SIZE + sizeof "tree-sitter-.wasm"], symbol[LINE_SIZE + sizeof "tree_sitter_"];
    snprintf(file, sizeof file, "tree-sitter-%s.wasm", grammar);
    snprintf(symbol, sizeof symbol, "tree_sitter_%s", grammar);
    void *library = dlopen(file, RTLD_NOW);
    if (!library) {
        puts(dlerror());
        return;
    }
    parse(library, symbol);
    dlclose(library);
}

int main(void) {
    char line[LINE_SIZE];
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        answer(line);
        fflush(stdout);
    }
    return 0;
}

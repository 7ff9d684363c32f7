#include <cstdio>
struct Note {
    const char *text;
    explicit Note(const char *t) : text(t) { std::printf("+%s\n", text); }
    ~Note() { std::printf("-%s\n", text); }
};
void use_base();
void use_top();

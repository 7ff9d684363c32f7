#include <cstdio>
#include <string>
struct Note {
    std::string text;
    explicit Note(std::string t) : text(std::move(t)) { std::printf("+%s\n", text.c_str()); }
    ~Note() { std::printf("-%s\n", text.c_str()); }
};
std::string &library_text();
int library_count();

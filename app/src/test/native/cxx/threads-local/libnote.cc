#include "note.h"
static Note global("library");
static thread_local Note first("library first");
static thread_local int count = 0;
std::string &library_text() {
    count++;
    thread_local Note inside("library inside");
    return first.text;
}
int library_count() { return count; }

#include "note.h"
#include <cstdlib>
static Note first("base first");
static Note second("base second");
static thread_local Note local("base thread-local");
void use_base() {
    static Note inside("base inside");
    std::printf("%s\n", local.text);
}

#include "note.h"
#include <cstdlib>
static Note plugged("plug");
extern "C" void plug_use() {
    static Note inside("plug inside");
    std::atexit([] { std::puts("plug atexit"); });
    use_base();
}

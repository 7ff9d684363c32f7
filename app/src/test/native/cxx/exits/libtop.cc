#include "note.h"
static Note first("top first");
void use_top() {
    use_base();
    static Note inside("top inside");
}

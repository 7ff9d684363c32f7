#include "note.h"
extern "C" void plug_use(void) {
    thread_local Note plugged("plug");
    library_text() += '!';
}

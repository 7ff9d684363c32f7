#include "throw.h"
SEEN void throw_hidden(bool derived) {
    if (derived) throw Derived("derived");
    throw Hidden("hidden");
}
SEEN Hidden *make_hidden() { return new Derived("made"); }

#include "throw.h"
static thread_local int cleaned;
struct Cleanup { ~Cleanup() { cleaned++; } };
// How often destructors have run in this thread, after one more exception went through here.
int with_cleanup(int value) {
    try {
        Cleanup one, two;
        throw_int(value);
    } catch (...) {
        if (caught_value() != value) return -1;
        Cleanup three;
    }
    return cleaned;
}

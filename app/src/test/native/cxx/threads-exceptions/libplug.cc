#include "throw.h"
extern "C" int plug_catches(int thread) {
    try {
        throw_typed(thread, 2);
    } catch (const Failure &failure) {
        if (failure.thread == thread) throw;
    }
    return 0;
}

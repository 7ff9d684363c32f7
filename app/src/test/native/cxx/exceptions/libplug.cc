// Opened with RTLD_LOCAL.
#include "throw.h"
struct Own : Failure {
    Own() : Failure("of the plugin", 77) {}
};
extern "C" void plug_throw(int which) {
    Guard guard;
    if (which == 0) throw Own();
    if (which == 1) throw Lighter();
    raise(DEEP);
}
extern "C" int plug_catch(void (*function)()) {
    try {
        function();
    } catch (const Lighter &lighter) {
        return lighter.value;
    } catch (const Failure &failure) {
        return failure.code;
    } catch (int value) {
        return value;
    }
    return 0;
}

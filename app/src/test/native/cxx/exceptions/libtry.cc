#include "throw.h"
#include <new>
extern "C" const char *catch_in_library(What what) {
    Guard guard;
    try {
        Guard inner;
        raise(what);
    } catch (int value) {
        return value == 42 ? "int" : "?";
    } catch (const Deep &deep) {
        return deep.code == 3 ? "Deep" : "?";
    } catch (const Failure &failure) {
        return failure.code == 1 ? "Failure" : failure.code == 2 ? "nested Failure" : "?";
    } catch (Light &light) {
        return light.value == 9 ? "Light" : "sliced";
    } catch (const int *pointer) {
        return *pointer == 7 ? "pointer" : "?";
    } catch (const std::exception &other) {
        return "std::exception";
    } catch (...) {
        return "...";
    }
    return "nothing";
}
void pass_through(void (*function)()) {
    Guard outer;
    try {
        Guard inner;
        function();
    } catch (const std::bad_alloc &) {
        destroyed += 1000;
    } catch (const Failure &) {
        destroyed += 100;
        throw;
    }
}

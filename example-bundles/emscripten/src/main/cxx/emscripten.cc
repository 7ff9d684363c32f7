// What code asks for that was compiled for Emscripten with exceptions and longjmp by way of JavaScript: there invoke_* calls a
// function and tells by setThrew if it has thrown, and the code asks which of its catches is meant. Here the thrown is an
// exception of WebAssembly.
#include <cxxabi.h>
#include <exception>
#include <initializer_list>
#include <time.h>
#include <typeinfo>
#include <unwind.h>

namespace __cxxabiv1 {
struct __cxa_eh_globals {
    void *caught;
    unsigned uncaught;
};
extern "C" __cxa_eh_globals *__cxa_get_globals();
extern "C" void *__cxa_current_primary_exception() noexcept;
}

namespace {
// longjmp, on its way.
struct Jump {};

// The virtual functions that a type has in libc++abi.
struct Type : std::type_info {
    virtual void noop1() const;
    virtual void noop2() const;
    virtual bool can_catch(const Type *thrown, void *&adjusted) const = 0;
};

// The exception that the last invoke_* has met; the code is to catch it, or to resume it.
struct Thrown {
    void *object;
    const Type *type;
    // It stands in front of the object, and where a catch finds the object in front of that (cxa_exception.h of libc++abi).
    _Unwind_Exception *unwind() const { return static_cast<_Unwind_Exception *>(object) - 1; }
    void set_adjusted(void *adjusted) const { reinterpret_cast<void **>(unwind())[-2] = adjusted; }
} last;

int high; // the upper half of a result of 64 bits, by which the code is told of types, too
}

extern "C" {
// Of the code that comes back from invoke_*: not 0 if something was thrown, or who has called setjmp.
unsigned __THREW__;
int __threwValue;

void setThrew(unsigned threw, int value) {
    if (__THREW__ != 0) return;
    __THREW__ = threw;
    __threwValue = value;
}
void setTempRet0(int value) { high = value; }
int getTempRet0() { return high; }
[[noreturn]] void _emscripten_throw_longjmp() { throw Jump(); }
[[noreturn]] void emscripten_longjmp(unsigned buffer, int value) {
    setThrew(buffer, value ? value : 1);
    _emscripten_throw_longjmp();
}

int llvm_eh_typeid_for(const void *type) { return reinterpret_cast<int>(type); }
[[noreturn]] void __resumeException(void *thrown) { __builtin_wasm_throw(0, thrown); }
void emscripten_notify_memory_growth(int) {}
double emscripten_get_now() {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}
}

// Gives the exception to who called invoke_*: it is thrown still, and the catch below does not end it. One for all of them, and
// in each no more than the catch.
[[gnu::noinline]] static void meet() {
    const std::type_info *type = abi::__cxa_current_exception_type();
    if (type && *type == typeid(Jump)) return setThrew(1, 0);
    void *object = abi::__cxa_current_primary_exception(); // which counts one more user
    if (!object) throw; // not of C++
    last = {object, static_cast<const Type *>(type)};
    abi::__cxa_get_globals()->uncaught++;
    setThrew(1, 0);
}

// What a catch that matches is for: its type, or null for all.
static void *match(std::initializer_list<const Type *> catches) {
    for (const Type *each : catches) {
        void *adjusted = last.object;
        if (each && !each->can_catch(last.type, adjusted)) continue;
        last.set_adjusted(adjusted);
        setTempRet0(reinterpret_cast<int>(each ? each : last.type));
        return last.unwind();
    }
    setTempRet0(reinterpret_cast<int>(last.type));
    return last.unwind();
}

extern "C" {
// The number is that of the arguments and 2.
void *__cxa_find_matching_catch_2() { return match({}); }
void *__cxa_find_matching_catch_3(const Type *a) { return match({a}); }
void *__cxa_find_matching_catch_4(const Type *a, const Type *b) { return match({a, b}); }
void *__cxa_find_matching_catch_5(const Type *a, const Type *b, const Type *c) { return match({a, b, c}); }
void *__cxa_find_matching_catch_6(const Type *a, const Type *b, const Type *c, const Type *d) { return match({a, b, c, d}); }
void *__cxa_find_matching_catch_7(const Type *a, const Type *b, const Type *c, const Type *d, const Type *e) { return match({a, b, c, d, e}); }
}

template <class Result, class... Arguments> static Result invoke(Result (*function)(Arguments...), Arguments... arguments) {
    try {
        return function(arguments...);
    } catch (...) {
        meet();
    }
    return Result();
}

// Made by build.sh: INVOKE(iid, int, (int, double), PASS(, int a1, double a2), PASS(, a1, a2)) and so on.
#define PASS(...) __VA_ARGS__
#define INVOKE(name, result, types, parameters, arguments) \
    extern "C" result invoke_##name(result(*function) types parameters) { return invoke(function arguments); }
#include "invoke.inc"

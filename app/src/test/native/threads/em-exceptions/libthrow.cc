// Throws ints, and the smallest C++ runtime that serves catch (...): the sysroot for threads has none. What is being handled
// belongs to a thread.
#include "throw.h"
#ifdef __wasm__
extern "C" void *malloc(__SIZE_TYPE__);
extern "C" void free(void *);
namespace {
struct alignas(16) Header { Header *next; int handlers; int rethrown; };
thread_local Header *caught;
}
extern "C" {
void *__cxa_allocate_exception(__SIZE_TYPE__ size) { Header *made = static_cast<Header *>(malloc(sizeof(Header) + size)); *made = {}; return made + 1; }
[[noreturn]] void __cxa_throw(void *object, void *, void *(*)(void *)) { __builtin_wasm_throw(0, object); }
void *__cxa_begin_catch(void *object) {
    Header *header = static_cast<Header *>(object) - 1;
    if (header->handlers++ == 0) { header->next = caught; caught = header; }
    header->rethrown = 0;
    return object;
}
void __cxa_end_catch() {
    Header *header = caught;
    if (--header->handlers) return;
    caught = header->next;
    if (!header->rethrown) free(header);
}
[[noreturn]] void __cxa_rethrow() { caught->rethrown = 1; __builtin_wasm_throw(0, caught + 1); }
char _ZTIi; // typeid(int); nobody asks for its name here
}
int caught_value() { return *reinterpret_cast<int *>(caught + 1); }
#else
#include <exception>
int caught_value() { try { std::rethrow_exception(std::current_exception()); } catch (int value) { return value; } }
#endif
void throw_int(int value) { throw value; }

// The smallest C++ runtime that serves catch (...): the sysroot's has no exceptions. And functions that throw.
extern "C" void *malloc(__SIZE_TYPE__);
extern "C" void free(void *);

namespace {
struct Header {
    Header *next; // exceptions being handled, the latest first
    int handlers;
    int rethrown;
};
Header *caught;

Header *header(void *object) { return static_cast<Header *>(object) - 1; }

[[noreturn]] void raise(void *object) {
    __builtin_wasm_throw(0, object);
}
}

extern "C" {
void *__cxa_allocate_exception(__SIZE_TYPE__ size) {
    Header *made = static_cast<Header *>(malloc(sizeof(Header) + size));
    *made = {};
    return made + 1;
}

[[noreturn]] void __cxa_throw(void *object, void *, void *(*)(void *)) { raise(object); }

void *__cxa_begin_catch(void *object) {
    Header *it = header(object);
    it->rethrown = 0;
    if (it->handlers++ == 0) {
        it->next = caught;
        caught = it;
    }
    return object;
}

void __cxa_end_catch() {
    Header *it = caught;
    if (--it->handlers > 0)
        return;
    caught = it->next;
    if (!it->rethrown)
        free(it);
}

[[noreturn]] void __cxa_rethrow() {
    caught->rethrown = 1;
    raise(caught + 1);
}

// What is being handled, for a catch (...) that wants to know.
int current_exception_value() { return *reinterpret_cast<int *>(caught + 1); }
}

void *__cxa_type_info[4] __asm__("_ZTIi");

[[noreturn]] void throw_int(int value) { throw value; }

// The smallest C++ runtime that serves catches of classes without bases, and catch (...): the sysroot's has no exceptions. And functions
// that throw.
extern "C" void *malloc(__SIZE_TYPE__);
extern "C" void free(void *);

// What std::type_info is in memory. Each library may have a copy of a class' own, so names are compared.
struct TypeInfo {
    void *table;
    const char *name;
};

namespace {
bool same(const char *a, const char *b) {
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return *a == *b;
}

// As the C++ ABI has it: what the tag carries, and all that is known of an exception of another language.
struct alignas(16) Unwind {
    unsigned long long language;
    void (*cleanup)(int, Unwind *);
};

struct Header {
    Header *next; // exceptions being handled, the latest first
    const TypeInfo *type;
    int handlers;
    int rethrown;
    Unwind unwind; // the last, in front of the object
};
Header *caught;
Unwind *foreign; // being handled, and nothing else then

constexpr unsigned long long OURS = 0x434C4E47432B2B00; // CLNGC++

Header *header(Unwind *unwind) { return reinterpret_cast<Header *>(unwind + 1) - 1; }

[[noreturn]] void raise(Unwind *unwind) {
    __builtin_wasm_throw(0, unwind);
}

// Numbers of a table of landing pads (LSDA).
unsigned unsigned_number(const unsigned char *&at) {
    unsigned value = 0;
    for (int shift = 0;; shift += 7) {
        value |= (*at & 0x7fu) << shift;
        if (!(*at++ & 0x80))
            return value;
    }
}

int signed_number(const unsigned char *&at) {
    const unsigned char *start = at;
    unsigned value = unsigned_number(at);
    int bits = 7 * static_cast<int>(at - start);
    bool negative = bits < 32 && (at[-1] & 0x40);
    return static_cast<int>(negative ? value | ~0u << bits : value);
}

// Which catch of a landing pad takes an exception, 0 if none does. A type that is null is that of another language. An action is a type's number and the distance to the next action.
int selector(const TypeInfo *type, const unsigned char *action, const TypeInfo *const *types) {
    for (;;) {
        int number = signed_number(action);
        const unsigned char *distance_at = action;
        int distance = signed_number(action);
        if (number > 0 && (!types[-number] || (type && same(types[-number]->name, type->name))))
            return number;
        if (distance == 0)
            return 0;
        action = distance_at + distance;
    }
}
}

extern "C" {
void *__cxa_allocate_exception(__SIZE_TYPE__ size) {
    Header *made = static_cast<Header *>(malloc(sizeof(Header) + size));
    *made = {};
    return made + 1;
}

[[noreturn]] void __cxa_throw(void *object, const TypeInfo *type, void *(*)(void *)) {
    Header *made = static_cast<Header *>(object) - 1;
    made->type = type;
    made->unwind.language = OURS;
    raise(&made->unwind);
}

// A landing pad says here which one it is, and where its function's table is, and gets the selector.
struct {
    unsigned pad;
    const unsigned char *table;
    int selector;
} __wasm_lpad_context;

int _Unwind_CallPersonality(Unwind *unwind) {
    const unsigned char *at = __wasm_lpad_context.table + 2; // behind two encodings, which are always the same
    unsigned to_types = unsigned_number(at);
    const auto *types = reinterpret_cast<const TypeInfo *const *>(at + to_types);
    at++; // another encoding
    unsigned size = unsigned_number(at);
    const unsigned char *actions = at + size;
    for (unsigned pad = 0; pad < __wasm_lpad_context.pad; pad++) {
        unsigned_number(at);
        unsigned_number(at);
    }
    unsigned_number(at);
    unsigned action = unsigned_number(at);
    const TypeInfo *type = unwind->language == OURS ? header(unwind)->type : nullptr;
    __wasm_lpad_context.selector = action ? selector(type, actions + action - 1, types) : 0;
    return 0;
}

void *__cxa_begin_catch(Unwind *unwind) {
    if (unwind->language != OURS) {
        if (caught || foreign)
            __builtin_trap();
        foreign = unwind;
        return unwind + 1;
    }
    Header *it = header(unwind);
    it->rethrown = 0;
    if (it->handlers++ == 0) {
        it->next = caught;
        caught = it;
    }
    return it + 1;
}

void __cxa_end_catch() {
    if (foreign && !caught) {
        Unwind *it = foreign;
        foreign = nullptr;
        if (it->cleanup)
            it->cleanup(1, it);
        return;
    }
    if (!caught)
        return; // a foreign one was thrown again
    Header *it = caught;
    if (--it->handlers > 0)
        return;
    caught = it->next;
    if (!it->rethrown)
        free(it);
}

[[noreturn]] void __cxa_rethrow() {
    if (foreign && !caught) {
        Unwind *it = foreign;
        foreign = nullptr;
        raise(it);
    }
    caught->rethrown = 1;
    raise(&caught->unwind);
}

// What is being handled, for a catch (...) that wants to know.
int current_exception_value() { return *reinterpret_cast<int *>(caught + 1); }
}

extern const TypeInfo int_type __asm__("_ZTIi");
const TypeInfo int_type = {nullptr, "i"};
void *class_type_table[4] __asm__("_ZTVN10__cxxabiv117__class_type_infoE");

[[noreturn]] void throw_int(int value) { throw value; }

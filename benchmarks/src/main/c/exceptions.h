/* What exceptions.cc and its library throw: the number itself is the exception, without an object on the heap. */
#ifndef EXCEPTIONS_H
#define EXCEPTIONS_H

#define CPP_EXCEPTION 0

[[noreturn]] static inline void throw_number(unsigned number) {
    __builtin_wasm_throw(CPP_EXCEPTION, reinterpret_cast<void *>(number));
}

extern "C" {
unsigned throw_there(unsigned number);
unsigned pass_through(unsigned (*thrower)(unsigned), unsigned number);
}

#endif

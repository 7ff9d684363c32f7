#include <exception>
#include <stdexcept>
#include <string>

// Typed exceptions that libraries throw to one another. The key function, and so type and vtable, are in libthrow.so.
struct Failure : std::runtime_error {
    int code;
    Failure(const std::string &what, int c) : std::runtime_error(what), code(c) {}
    ~Failure() override;
};
struct Deep : virtual Failure {
    Deep() : Failure("deep", 3) {}
};
// No key function: each library that uses it has a copy of its type.
struct Light {
    virtual ~Light() = default;
    int value = 0;
};
struct Lighter : Light {
    Lighter() { value = 9; }
};

enum What { INT, FAILURE, DEEP, LIGHTER, POINTER, NESTED, STANDARD, TEXT };
extern "C" void raise(What what);
// Calls raise in another library, with a destructor and a catch of its own on the way.
extern "C" const char *catch_in_library(What what);
void pass_through(void (*function)());
extern int destroyed;
struct Guard {
    int before = std::uncaught_exceptions();
    ~Guard() { destroyed += 1 + 10 * (std::uncaught_exceptions() - before); }
};

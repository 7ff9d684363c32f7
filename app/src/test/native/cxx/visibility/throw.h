// Compiled as clang compiles for wasm32-wasip1 when it is told nothing: all is hidden but what says otherwise.
#include <string>
struct Hidden {
    virtual ~Hidden() = default;
    std::string text;
    explicit Hidden(std::string t) : text(std::move(t)) {}
};
struct Derived : Hidden {
    using Hidden::Hidden;
};
#define SEEN __attribute__((visibility("default")))

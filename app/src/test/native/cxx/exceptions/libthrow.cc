#include "throw.h"
#include <vector>
Failure::~Failure() = default;
int destroyed = 0;
static int here = 7;
extern "C" void raise(What what) {
    Guard guard;
    switch (what) {
    case INT: throw 42;
    case FAILURE: throw Failure("failure", 1);
    case DEEP: throw Deep();
    case LIGHTER: throw Lighter();
    case POINTER: throw &here;
    case NESTED:
        try {
            throw std::logic_error("inner");
        } catch (...) {
            std::throw_with_nested(Failure("outer", 2));
        }
    case STANDARD: (void)std::vector<int>(3).at(5); break;
    case TEXT: throw "text";
    }
}

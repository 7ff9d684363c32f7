// Opened with RTLD_LOCAL: it derives from classes of others, and has copies of types.
#include "shapes.h"
struct Plugged : Left {
    std::string name() const override { return "Plugged " + Left::name(); }
};
extern "C" Base *plug_make() { return new Plugged; }
extern "C" Header *plug_header() { return new Box<double>; }
extern "C" int plug_asks(Header *header) {
    return (dynamic_cast<HeaderTwo *>(header) != nullptr) * 10 + (typeid(*header) == typeid(Box<double>));
}
extern "C" int *plug_counter() { return &shared_counter(); }

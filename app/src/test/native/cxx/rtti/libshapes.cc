#include "shapes.h"
Base::~Base() = default;
std::string Base::name() const { return "Base"; }
std::string Left::name() const { return "Left"; }
std::string Right::name() const { return "Right"; }
std::string Both::name() const { return "Both"; }
Base *make(int kind) {
    switch (kind) {
    case 0: return new Base;
    case 1: return new Left;
    case 2: return new Right;
    default: return new Both;
    }
}
bool is_both(Base *base) { return dynamic_cast<Both *>(base) != nullptr; }
const std::type_info &type_of(Base *base) { return typeid(*base); }
Header *make_header(int kind) {
    if (kind == 0) return new Header;
    if (kind == 1) return new HeaderTwo;
    return new Box<double>;
}
int *counter_of_library() { return &shared_counter(); }
int *registry_of_library() { return &Registry<int>::count; }
int *inline_variable_of_library() { return &inline_variable; }

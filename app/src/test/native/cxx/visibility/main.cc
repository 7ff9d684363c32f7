// Types that each library hides are the same type by their names, as with libstdc++.
#include "throw.h"
#include <iostream>
#include <memory>
void throw_hidden(bool derived) SEEN;
Hidden *make_hidden() SEEN;
int main() {
    for (bool derived : {false, true}) {
        try {
            throw_hidden(derived);
        } catch (const Derived &caught) {
            std::cout << "Derived " << caught.text << '\n';
        } catch (const Hidden &caught) {
            std::cout << "Hidden " << caught.text << '\n';
        }
    }
    std::unique_ptr<Hidden> made(make_hidden());
    std::cout << (dynamic_cast<Derived *>(made.get()) != nullptr) << (typeid(*made) == typeid(Derived)) << (typeid(*made) == typeid(Hidden)) << '\n';
    return 0;
}

// dynamic_cast and typeid across libraries; objects of which there is one, though each library has a copy.
#include "shapes.h"
#include <dlfcn.h>
#include <iostream>
#include <map>
#include <memory>
#include <typeindex>

struct Mine : Right {
    std::string name() const override { return "Mine"; }
};

static void describe(Base *base) {
    auto *left = dynamic_cast<Left *>(base);
    auto *right = dynamic_cast<Right *>(base);
    std::cout << base->name() << ": " << (left ? left->left : 0) << (right ? right->right : 0) << is_both(base);
    if (left) {
        auto *across = dynamic_cast<Right *>(left);
        std::cout << (across != nullptr) << (dynamic_cast<void *>(left) == dynamic_cast<void *>(base));
    }
    std::cout << ' ' << (typeid(*base) == typeid(Both)) << (type_of(base) == typeid(*base)) << (std::type_index(type_of(base)) == std::type_index(typeid(*base)))
              << (type_of(base).hash_code() == typeid(*base).hash_code()) << '\n';
}

int main() {
    std::map<std::type_index, int> seen;
    for (int kind = 0; kind < 4; kind++) {
        std::unique_ptr<Base> base(make(kind));
        describe(base.get());
        seen[typeid(*base)] = kind;
    }
    Mine mine;
    describe(&mine);
    std::cout << seen.size() << seen[typeid(Both)] << seen[typeid(Left)] << '\n';
    for (int kind = 0; kind < 3; kind++) {
        std::unique_ptr<Header> header(make_header(kind));
        std::cout << header->number() << (dynamic_cast<HeaderTwo *>(header.get()) != nullptr) << (dynamic_cast<Box<double> *>(header.get()) != nullptr)
                  << (dynamic_cast<Box<int> *>(header.get()) != nullptr) << (typeid(*header) == typeid(Header)) << ' ';
    }
    std::cout << '\n';
    shared_counter() = 11;
    Registry<int>::count = 12;
    inline_variable++;
    std::cout << *counter_of_library() << *registry_of_library() << *inline_variable_of_library() << (counter_of_library() == &shared_counter())
              << (registry_of_library() == &Registry<int>::count) << (inline_variable_of_library() == &inline_variable) << '\n';
    void *plugin = dlopen("libplug.so", RTLD_NOW | RTLD_LOCAL);
    if (!plugin) {
        std::cout << dlerror() << '\n';
        return 1;
    }
    auto make_plugged = reinterpret_cast<Base *(*)()>(dlsym(plugin, "plug_make"));
    auto make_header_there = reinterpret_cast<Header *(*)()>(dlsym(plugin, "plug_header"));
    auto asks = reinterpret_cast<int (*)(Header *)>(dlsym(plugin, "plug_asks"));
    auto counter = reinterpret_cast<int *(*)()>(dlsym(plugin, "plug_counter"));
    {
        std::unique_ptr<Base> plugged(make_plugged());
        describe(plugged.get());
        std::unique_ptr<Header> box(make_header_there()), two(new HeaderTwo);
        std::cout << box->number() << (dynamic_cast<Box<double> *>(box.get()) != nullptr) << ' ' << asks(box.get()) << ' ' << asks(two.get()) << ' '
                  << (counter() == &shared_counter()) << '\n';
    }
    std::cout << dlclose(plugin) << '\n';
    return 0;
}

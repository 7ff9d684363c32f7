// Exceptions across libraries: thrown in one, caught by type in another, in main, and through plugins.
#include "throw.h"
#include <dlfcn.h>
#include <cstdio>
#include <functional>
#include <iostream>
#include <memory>
#include <new>
#include <typeinfo>
#include <vector>

struct Member {
    const char *name;
    explicit Member(const char *n) : name(n) { std::cout << '+' << name; }
    ~Member() { std::cout << '-' << name; }
};
struct Broken {
    Member first{"first"}, second{"second"};
    explicit Broken(int code) try : third(code == 0 ? throw code : "third") { throw Failure("body", code); } catch (const Failure &failure) {
        std::cout << " function try " << failure.code;
    } catch (int thrown) {
        std::cout << " function try int " << thrown;
    }
    Member third;
};
struct Item {
    static int alive;
    Item() { if (alive == 3) throw Light(); alive++; }
    ~Item() { alive--; }
};
int Item::alive = 0;

static void by_type(What what) {
    destroyed = 0;
    std::cout << what << ": library " << catch_in_library(what) << ' ' << destroyed;
    destroyed = 0;
    try {
        Guard guard;
        raise(what);
    } catch (const Failure &failure) {
        std::cout << ", main Failure " << failure.what() << failure.code << ' ' << (typeid(failure) == typeid(Deep));
    } catch (const Light &light) {
        std::cout << ", main Light " << light.value << ' ' << (typeid(light) == typeid(Lighter)) << (dynamic_cast<const Lighter *>(&light) != nullptr);
    } catch (const std::exception &other) {
        std::cout << ", main " << (dynamic_cast<const std::out_of_range *>(&other) != nullptr);
    } catch (const char *text) {
        std::cout << ", main " << text;
    } catch (...) {
        std::cout << ", main ...";
    }
    std::cout << ' ' << destroyed << ' ' << std::uncaught_exceptions() << '\n';
}

static void pointers() {
    std::exception_ptr kept;
    try {
        raise(NESTED);
    } catch (...) {
        kept = std::current_exception();
    }
    for (int i = 0; i < 2; i++) {
        try {
            std::rethrow_exception(kept);
        } catch (const std::exception &outer) {
            std::cout << outer.what();
            try {
                std::rethrow_if_nested(outer);
            } catch (const std::logic_error &inner) {
                std::cout << " <- " << inner.what();
            }
        }
        std::cout << (kept == std::exception_ptr() ? " gone" : " kept") << (std::current_exception() ? "!" : "") << '\n';
    }
    auto made = std::make_exception_ptr(Failure("made", 5));
    try {
        std::rethrow_exception(made);
    } catch (Failure &failure) {
        failure.code++;
    }
    try {
        std::rethrow_exception(made);
    } catch (Failure &failure) {
        std::cout << failure.what() << ' ' << (failure.code == 6 || failure.code == 5) << '\n';
    }
}

static void nested() {
    try {
        try {
            raise(FAILURE);
        } catch (const Failure &outer) {
            try {
                raise(INT);
            } catch (int inner) {
                std::cout << outer.code << inner;
            }
            try {
                throw;
            } catch (const std::runtime_error &again) {
                std::cout << again.what() << (&again == &outer);
            }
            throw Deep();
        }
    } catch (const Deep &deep) {
        std::cout << deep.code << '\n';
    }
    for (int i = 0; i < 3; i++) {
        try {
            if (i == 1) continue;
            raise(i == 0 ? INT : DEEP);
        } catch (int) {
            std::cout << "int;";
            continue;
        } catch (Failure &) {
            std::cout << "Failure;";
            break;
        }
    }
    std::cout << '\n';
    // Destructors that throw and catch while another exception is on its way.
    struct Busy {
        ~Busy() {
            try {
                raise(LIGHTER);
            } catch (const Light &light) {
                std::cout << "in destructor " << light.value << ' ' << std::uncaught_exceptions() << ';';
            }
        }
    };
    try {
        Busy busy;
        raise(TEXT);
    } catch (const char *text) {
        std::cout << text << '\n';
    }
}

static void objects() {
    for (int code = 0; code < 2; code++) {
        try {
            Broken broken(code);
        } catch (const Failure &failure) {
            std::cout << " failure " << failure.code << '\n';
        } catch (int value) {
            std::cout << " int " << value << '\n';
        }
    }
    try {
        std::unique_ptr<Item[]> items(new Item[5]);
    } catch (const Light &) {
        std::cout << "array " << Item::alive << '\n';
    }
    try {
        std::vector<char> huge;
        huge.reserve(huge.max_size());
        std::cout << "there\n";
    } catch (const std::bad_alloc &) {
        std::cout << "bad_alloc\n";
    } catch (const std::length_error &) {
        std::cout << "length_error\n";
    }
    try {
        Failure failure("cast", 0);
        std::exception &base = failure;
        (void)dynamic_cast<Deep &>(base);
    } catch (const std::bad_cast &) {
        std::cout << "bad_cast\n";
    }
    try {
        Light *none = nullptr;
        std::cout << typeid(*none).name();
    } catch (const std::bad_typeid &) {
        std::cout << "bad_typeid\n";
    }
    try {
        std::function<void()> none;
        none();
    } catch (const std::bad_function_call &) {
        std::cout << "bad_function_call\n";
    }
}

static void callbacks() {
    destroyed = 0;
    try {
        pass_through([] { raise(DEEP); });
    } catch (const Deep &deep) {
        std::cout << "through library " << deep.code << ' ' << destroyed << '\n';
    }
    destroyed = 0;
    pass_through([] { throw std::bad_alloc(); });
    try {
        pass_through([] { throw 'c'; });
    } catch (char c) {
        std::cout << c << ' ' << destroyed << '\n';
    }
}

static void plugins() {
    for (int round = 0; round < 2; round++) {
        void *plugin = dlopen("libplug.so", RTLD_NOW | RTLD_LOCAL);
        if (!plugin) {
            std::cout << dlerror() << '\n';
            return;
        }
        auto thrower = reinterpret_cast<void (*)(int)>(dlsym(plugin, "plug_throw"));
        auto catcher = reinterpret_cast<int (*)(void (*)())>(dlsym(plugin, "plug_catch"));
        for (int which = 0; which < 3; which++) {
            try {
                thrower(which);
            } catch (const Deep &deep) {
                std::cout << "Deep" << deep.code << ' ';
            } catch (const Failure &failure) {
                std::cout << failure.what() << failure.code << ' ';
            } catch (const Lighter &lighter) {
                std::cout << "Lighter" << lighter.value << ' ';
            }
        }
        std::cout << catcher([] { throw Lighter(); }) << catcher([] { raise(DEEP); }) << catcher([] { throw 5; });
        try {
            catcher([] { throw 1.5; });
        } catch (double value) {
            std::cout << ' ' << value;
        }
        std::cout << ' ' << dlclose(plugin) << '\n';
    }
}

int main(int argc, char **argv) {
    std::string how = argc > 1 ? argv[1] : "";
    if (how == "uncaught") raise(FAILURE);
    if (how == "noexcept") [] () noexcept { raise(INT); }();
    if (how == "terminate") {
        std::set_terminate([] { std::cout << "terminate" << std::endl, std::_Exit(9); });
        [] () noexcept { raise(FAILURE); }();
    }
    for (int what = INT; what <= TEXT; what++) by_type(static_cast<What>(what));
    pointers();
    nested();
    objects();
    callbacks();
    plugins();
    return 0;
}

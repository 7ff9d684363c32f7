// A side module of Emscripten's, with its exceptions and longjmp by way of JavaScript: they cross into main, and main's into it.
#include <cstdio>
#include <dlfcn.h>
#include <exception>
#include <stdexcept>
#include <string>

static void throws(int n) {
    switch (n) {
    case 0: throw std::runtime_error("four");
    case 1: throw 7;
    case 2: throw std::out_of_range("of another base");
    case 3: throw 'c';
    default: break;
    }
}

int main() {
    void *plugin = dlopen("libplug.so", RTLD_NOW);
    if (!plugin) {
        std::puts(dlerror());
        return 1;
    }
    auto catches = reinterpret_cast<int (*)(void (*)(int), int)>(dlsym(plugin, "plug_catch"));
    auto catches_all = reinterpret_cast<int (*)(void (*)(int), int)>(dlsym(plugin, "plug_catch_all"));
    auto thrower = reinterpret_cast<void (*)(int)>(dlsym(plugin, "plug_throw"));
    auto jumps = reinterpret_cast<int (*)(int)>(dlsym(plugin, "plug_jump"));
    for (int i = 0; i < 5; i++) {
        try {
            std::printf("%d\n", catches(throws, i));
        } catch (const std::logic_error &error) {
            std::printf("main: %s\n", error.what());
        } catch (char c) {
            std::printf("main: %c\n", c);
        }
        std::printf("%d %d\n", catches_all(throws, i), std::uncaught_exceptions());
    }
    for (int i = 0; i < 2; i++) {
        try {
            thrower(i);
        } catch (const std::exception &error) {
            std::printf("%s\n", error.what());
        } catch (int number) {
            std::printf("int %d\n", number);
        }
    }
    int first = jumps(0), second = jumps(4);
    std::printf("%d %d %d\n", first, second, catches([](int n) { throw std::runtime_error(std::string(n, 'x')); }, 9));
    std::printf("%d\n", dlclose(plugin));
    return 0;
}

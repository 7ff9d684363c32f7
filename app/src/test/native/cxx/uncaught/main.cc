// An exception that nobody catches: the terminate handler runs, and sees it.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <stdexcept>

struct Noted {
    const char *name;
    ~Noted() {}
};

static void tell() {
    try {
        std::exception_ptr current = std::current_exception();
        if (current) std::rethrow_exception(current);
        std::puts("no exception");
    } catch (const std::exception &e) {
        std::printf("terminated: %s\n", e.what());
    } catch (int number) {
        std::printf("terminated: number %d\n", number);
    }
    std::fflush(stdout);
}

static void aborting() {
    tell();
    std::abort();
}

static void exiting() {
    tell();
    std::_Exit(7);
}

int main(int argc, char **argv) {
    const char *how = argc > 1 ? argv[1] : "";
    Noted noted{how};
    std::puts("begins");
    std::fflush(stdout);
    if (std::strcmp(how, "default")) std::set_terminate(std::strcmp(how, "exit") ? aborting : exiting);
    if (!std::strcmp(how, "number")) throw 42;
    throw std::runtime_error("nobody catches this");
}

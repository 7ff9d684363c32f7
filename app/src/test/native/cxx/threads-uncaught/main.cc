// The same in a thread that is not the first.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <thread>

static void exiting() {
    try {
        std::rethrow_exception(std::current_exception());
    } catch (const std::exception &e) {
        std::printf("terminated: %s\n", e.what());
    }
    std::fflush(stdout);
    std::_Exit(9);
}

int main() {
    std::set_terminate(exiting);
    std::thread thread([] { throw std::runtime_error("nobody catches this"); });
    thread.join();
    std::puts("not reached");
}

// Typed exceptions in threads, all at once: out of a library, through another and a plugin that is opened meanwhile, and from one
// thread to another by exception_ptr. After Emscripten's test dylink_exceptions.
#include "throw.h"
#include <dlfcn.h>
#include <exception>
#include <iostream>
#include <pthread.h>
#include <thread>
#include <vector>

static pthread_barrier_t all;

static long work(int thread) {
    long sum = 0;
    pthread_barrier_wait(&all);
    for (int round = 0; round < 200; round++) {
        try {
            try {
                sum += caught_in_library(thread, round);
            } catch (const Failure &failure) {
                sum += failure.thread;
                if (failure.what() != "failure " + std::to_string(thread)) return -1;
                throw;
            }
        } catch (const std::runtime_error &again) {
            sum += 3;
        } catch (const std::exception &other) {
            sum += 5;
        }
    }
    return sum;
}

static int opened(int thread) {
    void *plugin = dlopen("libplug.so", RTLD_NOW | RTLD_LOCAL);
    auto catches = reinterpret_cast<int (*)(int)>(dlsym(plugin, "plug_catches"));
    int result = 0;
    for (int round = 0; round < 50; round++) {
        try {
            result += catches(thread);
        } catch (const Special &special) {
            result += special.thread;
        }
    }
    return dlclose(plugin) ? -1 : result;
}

int main() {
    const int count = 4;
    long sums[count];
    int plugged[count];
    std::exception_ptr thrown[count];
    std::vector<std::thread> threads;
    pthread_barrier_init(&all, nullptr, count);
    for (int i = 0; i < count; i++)
        threads.emplace_back([&, i] {
            sums[i] = work(i + 1);
            plugged[i] = opened(i + 1);
            try {
                throw_typed(i + 1, i);
            } catch (...) {
                thrown[i] = std::current_exception();
            }
        });
    for (auto &each : threads) each.join();
    for (int i = 0; i < count; i++) {
        std::cout << sums[i] << ' ' << plugged[i] << ' ';
        try {
            std::rethrow_exception(thrown[i]);
        } catch (int number) {
            std::cout << "int " << number;
        } catch (const Special &special) {
            std::cout << "Special " << special.thread;
        } catch (const Failure &failure) {
            std::cout << failure.what();
        } catch (const std::string &text) {
            std::cout << "text " << text;
        }
        std::cout << '\n';
    }
    std::cout << std::uncaught_exceptions() << '\n';
    std::set_terminate([] { std::cout << "terminate in a thread" << std::endl, std::_Exit(6); });
    std::thread([]() noexcept { throw Failure(9); }).join();
    return 0;
}

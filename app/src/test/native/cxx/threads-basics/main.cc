// std::thread and what comes with it.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <future>
#include <iostream>
#include <mutex>
#include <numeric>
#include <queue>
#include <shared_mutex>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>
using namespace std::chrono_literals;

static void counted() {
    std::mutex mutex;
    std::atomic<int> atomic{0};
    int plain = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; i++)
        threads.emplace_back([&, i] {
            for (int j = 0; j < 500; j++) {
                atomic += i;
                std::lock_guard<std::mutex> lock(mutex);
                plain++;
            }
        });
    for (auto &each : threads) each.join();
    std::cout << plain << ' ' << atomic << ' ' << threads[0].joinable() << '\n';
}

static void queue() {
    std::mutex mutex;
    std::condition_variable changed;
    std::queue<int> items;
    bool done = false;
    long sum = 0;
    std::thread consumer([&] {
        std::unique_lock<std::mutex> lock(mutex);
        while (true) {
            changed.wait(lock, [&] { return done || !items.empty(); });
            if (items.empty()) return;
            sum += items.front();
            items.pop();
        }
    });
    for (int i = 1; i <= 100; i++) {
        { std::lock_guard<std::mutex> lock(mutex); items.push(i); }
        changed.notify_one();
    }
    { std::lock_guard<std::mutex> lock(mutex); done = true; }
    changed.notify_all();
    consumer.join();
    std::unique_lock<std::mutex> lock(mutex);
    std::cout << sum << ' ' << changed.wait_for(lock, 1ms, [] { return false; }) << '\n';
}

static void futures() {
    auto text = std::async(std::launch::async, [] { return std::string("from another thread"); });
    auto thrown = std::async(std::launch::async, []() -> int { throw std::domain_error("thrown there"); });
    auto lazy = std::async(std::launch::deferred, [] { return std::this_thread::get_id(); });
    std::cout << text.get() << ' ' << (lazy.get() == std::this_thread::get_id()) << '\n';
    try {
        thrown.get();
    } catch (const std::domain_error &error) {
        std::cout << error.what() << '\n';
    }
    std::promise<int> promise;
    auto shared = promise.get_future().share();
    std::thread one([shared] { std::cout << shared.get() << '\n'; });
    promise.set_value(7);
    one.join();
    try {
        promise.set_value(8);
    } catch (const std::future_error &error) {
        std::cout << (error.code() == std::future_errc::promise_already_satisfied) << '\n';
    }
    std::future<int> broken;
    { std::promise<int> gone; broken = gone.get_future(); }
    try {
        broken.get();
    } catch (const std::future_error &error) {
        std::cout << (error.code() == std::future_errc::broken_promise) << '\n';
    }
    std::packaged_task<int(int)> task([](int x) { return x * x; });
    auto squared = task.get_future();
    std::thread(std::move(task), 12).detach();
    std::cout << squared.get() << ' ' << (shared.wait_for(0s) == std::future_status::ready) << '\n';
}

static void once() {
    std::once_flag flag;
    std::atomic<int> calls{0}, failures{0};
    std::vector<std::thread> threads;
    for (int i = 0; i < 6; i++)
        threads.emplace_back([&] {
            try {
                std::call_once(flag, [&] { if (calls++ < 2) throw 1; });
            } catch (int) {
                failures++;
            }
        });
    for (auto &each : threads) each.join();
    std::cout << calls << ' ' << failures << '\n';
}

struct Slow {
    static std::atomic<int> made;
    Slow() { std::this_thread::sleep_for(5ms); made++; }
};
std::atomic<int> Slow::made{0};
static Slow &local_static() {
    static Slow slow;
    return slow;
}

static void statics() {
    std::vector<std::thread> threads;
    std::atomic<Slow *> seen[4];
    for (auto &each : seen) threads.emplace_back([&] { each = &local_static(); });
    for (auto &each : threads) each.join();
    std::cout << Slow::made << (seen[0] == seen[3]) << '\n';
}

static void locks() {
    std::shared_mutex shared;
    std::recursive_mutex recursive;
    std::timed_mutex timed;
    int value = 0, seen = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; i++)
        threads.emplace_back([&] {
            for (int j = 0; j < 50; j++) {
                { std::unique_lock<std::shared_mutex> lock(shared); value++; }
                std::shared_lock<std::shared_mutex> lock(shared);
                if (value < 1) std::abort();
            }
        });
    for (auto &each : threads) each.join();
    std::lock_guard<std::recursive_mutex> one(recursive), two(recursive);
    std::lock_guard<std::timed_mutex> held(timed);
    std::thread([&] { seen = timed.try_lock_for(2ms); }).join();
    std::mutex a, b;
    { std::scoped_lock both(a, b); }
    std::cout << value << seen << '\n';
}

int main() {
    std::cout << (std::thread::hardware_concurrency() > 0) << (std::this_thread::get_id() != std::thread::id()) << '\n';
    counted();
    queue();
    futures();
    once();
    statics();
    locks();
    try {
        std::thread none;
        none.join();
    } catch (const std::system_error &error) {
        std::cout << (error.code() == std::errc::invalid_argument || error.code() == std::errc::no_such_process) << '\n';
    }
    return 0;
}

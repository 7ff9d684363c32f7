#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
struct Note {
    std::string text;
    explicit Note(std::string t) : text(std::move(t)) {}
    ~Note() { std::cout << "-" << text << std::endl; }
};
extern "C" int plug_use(int number) {
    static thread_local Note local("thread " + std::to_string(number));
    try {
        if (number > 0) throw std::out_of_range(local.text);
    } catch (const std::exception &caught) {
        std::cout << caught.what() << std::endl;
    }
    int result = 0;
    std::thread([&] { result = number * 2; }).join();
    return result;
}

// Compiled as Emscripten does without -fwasm-exceptions: what throws is called by invoke_*.
#include <csetjmp>
#include <stdexcept>
#include <string>

struct Guard {
    int &count;
    ~Guard() { count++; }
};
extern "C" int plug_catch(void (*function)(int), int argument) {
    int cleaned = 0;
    try {
        Guard guard{cleaned};
        function(argument);
    } catch (const std::runtime_error &error) {
        return cleaned * 100 + static_cast<int>(std::string(error.what()).size());
    } catch (int value) {
        return cleaned * 1000 + value;
    }
    return cleaned;
}
extern "C" int plug_catch_all(void (*function)(int), int argument) {
    try {
        try {
            function(argument);
        } catch (const std::exception &) {
            throw;
        }
    } catch (...) {
        return 1;
    }
    return 0;
}
extern "C" void plug_throw(int n) {
    if (n) throw std::runtime_error("from the plugin");
    throw n;
}
static std::jmp_buf buffer;
static void jump(int value) {
    if (value) std::longjmp(buffer, value);
}
extern "C" int plug_jump(int value) {
    volatile int before = 3;
    int result = setjmp(buffer);
    if (result) return result + before;
    jump(value);
    return -1;
}

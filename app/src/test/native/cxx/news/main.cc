// operator new of main serves all libraries, libc++ too.
#include "count.h"
#include <cstdio>
#include <cstdlib>
#include <new>
#include <sstream>
#include <string>
#include <vector>
static int alive, total;
static int live() { return alive; }
void *operator new(std::size_t size) {
    if (size > 1u << 28) throw std::bad_alloc();
    alive++, total++;
    if (void *made = std::malloc(size ? size : 1)) return made;
    throw std::bad_alloc();
}
void operator delete(void *memory) noexcept {
    if (memory) alive--;
    std::free(memory);
}
void operator delete(void *memory, std::size_t) noexcept { operator delete(memory); }
int main() {
    std::printf("%d\n", made_in_library(10, live));
    std::printf("%d\n", alive);
    int before = total;
    {
        std::ostringstream out;
        out << std::string(100, 'y');
        std::vector<std::string> words(5, std::string(50, 'z'));
        std::printf("%d\n", alive >= 7);
    }
    std::printf("%d %d\n", alive, total > before);
    try {
        std::string huge(1u << 29, 'h');
        std::printf("%zu\n", huge.size());
    } catch (const std::bad_alloc &) {
        std::puts("bad_alloc");
    }
    auto old = std::set_new_handler([] { throw 5; });
    std::printf("%d\n", old == nullptr && std::get_new_handler() != nullptr);
    return 0;
}

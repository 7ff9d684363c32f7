#include "count.h"
#include <map>
#include <memory>
#include <new>
#include <string>
#include <vector>
struct alignas(64) Wide {
    char bytes[64];
};
int made_in_library(int n, int (*live)()) {
    std::map<int, std::string> map;
    for (int i = 0; i < n; i++) map[i] = std::string(40, 'x');
    std::unique_ptr<Wide> wide(new Wide);
    // By name: what new makes and nobody uses need not be made.
    void *array = operator new[](10), *quiet = operator new(4, std::nothrow);
    int result = live() + (reinterpret_cast<unsigned long>(wide.get()) % 64 != 0) * 1000;
    operator delete[](array);
    operator delete(quiet);
    return result;
}

// The order of constructors and destructors: of static, local and thread-local objects, of libraries and plugins, of atexit.
#include "note.h"
#include <cstdlib>
#include <dlfcn.h>
#include <string>
static Note global("main");
static thread_local Note local("main thread-local");
static void note_exit() {
    static Note late("made at exit");
    std::puts("main atexit");
}
struct Leaves {
    ~Leaves() { std::puts("-not at exit"); }
};
int main(int argc, char **argv) {
    std::string how = argc > 1 ? argv[1] : "";
    std::printf("%s\n", local.text);
    static Note before("main before");
    use_top();
    std::atexit(note_exit);
    static Note after("main after");
    static thread_local Note inside("main thread-local inside");
    for (int i = 0; i < 2; i++) {
        void *plugin = dlopen("libplug.so", RTLD_NOW);
        if (!plugin) {
            std::printf("%s\n", dlerror());
            return 1;
        }
        reinterpret_cast<void (*)()>(dlsym(plugin, "plug_use"))();
        if (i == 0 && dlclose(plugin) == 0) std::puts("closed");
    }
    static Note last("main last");
    Leaves leaves;
    std::at_quick_exit([] { std::puts("quick"), std::fflush(stdout); });
    if (how == "exit") std::exit(3);
    if (how == "quick") {
        std::fflush(stdout);
        std::quick_exit(4);
    }
    if (how == "_Exit") {
        std::fflush(stdout);
        std::_Exit(5);
    }
    return 0;
}

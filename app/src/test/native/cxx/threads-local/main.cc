// thread_local objects: made when a thread first uses them, destroyed when it ends, before those that wait for it go on; those of the
// first thread when the program ends, before static ones.
#include "note.h"
#include <dlfcn.h>
#include <thread>
static Note global("main");
struct Late {
    ~Late() {
        static thread_local Note again("made by a destructor");
        std::printf("-late\n");
    }
};
int main(int argc, char **) {
    library_text();
    static Note after("main after");
    for (int i = 0; i < 2; i++) {
        std::thread([i] {
            static thread_local Late late;
            thread_local Note own("thread " + std::to_string(i));
            (void)&late;
            library_text() += std::to_string(i);
            library_text();
            std::printf("%d %s\n", library_count(), own.text.c_str());
        }).join();
        std::printf("joined\n");
    }
    void *plugin = dlopen("libplug.so", RTLD_NOW);
    auto use = reinterpret_cast<void (*)()>(dlsym(plugin, "plug_use"));
    std::thread([use] { use(); }).join();
    std::printf("closed %d, %d\n", dlclose(plugin), library_count());
    std::printf("%s\n", library_text().c_str());
    if (argc > 1) std::thread([] { library_text(); std::exit(3); }).join();
    return 0;
}

// A program that knows no C++: a plugin brings the library, a thread opens it and uses it, and main closes it when that has ended.
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

struct Work {
    int number;
    void *plugin;
};

static void *work(void *argument) {
    Work *own = static_cast<Work *>(argument);
    own->plugin = dlopen("libplug.so", RTLD_NOW | RTLD_LOCAL);
    if (!own->plugin) {
        puts(dlerror());
        return nullptr;
    }
    int result = reinterpret_cast<int (*)(int)>(dlsym(own->plugin, "plug_use"))(own->number);
    printf("%d\n", result);
    fflush(stdout);
    return nullptr;
}

int main() {
    for (int number = 1; number < 4; number++) {
        pthread_t thread;
        Work own = {number, nullptr};
        pthread_create(&thread, nullptr, work, &own);
        pthread_join(thread, nullptr);
        puts("joined");
        fflush(stdout);
        printf("closed %d\n", dlclose(own.plugin));
        fflush(stdout);
    }
    return 0;
}

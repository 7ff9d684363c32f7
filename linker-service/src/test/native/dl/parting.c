/* Exit functions of a library that is closed twice and then stays; ends by quick_exit if it is told to. */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

int __cxa_atexit(void (*function)(void *), void *argument, void *library);

static void quick(void) {
  puts("main quick");
  fflush(stdout);
}
static void first(void) { puts("main exit"); }
static void on_behalf(void *text) { puts(text); }

static void visit(void *library) {
  void (*given)(void) = (void (*)(void))dlsym(library, "given");
  atexit(given);
  ((int (*)(void (*)(void)))dlsym(RTLD_DEFAULT, "at_quick_exit"))(given);
  __cxa_atexit(on_behalf, "main, for the library", ((void *(*)(void))dlsym(library, "handle"))());
}

int main(int count, char **arguments) {
  (void)arguments;
  at_quick_exit(quick);
  atexit(first);
  for (int i = 0; i < 2; i++) {
    void *library = dlopen("libparting.so", RTLD_NOW);
    visit(library);
    printf("one pointer: %d\n", dlsym(RTLD_DEFAULT, "atexit") == (void *)atexit);
    dlclose(library);
    puts("closed");
  }
  dlopen("libparting.so", RTLD_NOW);
  if (count > 1) {
    quick_exit(5);
  }
  return 6;
}

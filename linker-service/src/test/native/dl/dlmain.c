/* The program: calls dlopen and its kin for the test, which puts names into its text. */
#include "test.h"

HOST(ready) void test_ready(char *text);

char text[1024];
int main_data = 11;

/* Nobody defines them at the start. */
int late_fn(int x);
__attribute__((weak)) int weak_fn(int x);

void hello(void) { test_ready(text); }

void *open_text(int mode) { return dlopen(text, mode); }
void *open_null(int mode) { return dlopen(NULL, mode); }
int close_handle(void *handle) { return dlclose(handle); }
void *symbol(void *handle) { return dlsym(handle, text); }
const char *error(void) { return dlerror(); }
int address_info(const void *address, Dl_info *info) { return dladdr(address, info); }
Dl_info *info_buffer(void) {
  static Dl_info info;
  return &info;
}

int main_service(int x) { return x + 1000; }
int call0(int (*function)(void)) { return function(); }
int call1(int (*function)(int), int x) { return function(x); }
int call_late(int x) { return late_fn(x); }
int call_weak(int x) { return weak_fn ? weak_fn(x) : -1; }
void *service_address(void) { return (void *)main_service; }

static void main_exit(void) { log_line("main exit"); }
int at_exit(void) { return atexit(main_exit); }
void leave(void) { run_exit_functions(); }
int exit_functions(void) { return exit_function_count(); }

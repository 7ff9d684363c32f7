/* Exit functions as wasi-libc has them: it does not ask which library registers one. */
#include "test.h"

HOST(exit) __attribute__((noreturn)) void host_exit(int code);

static struct {
  void (*function)(void *);
  void *argument;
} entries[64];
static int count;

int __cxa_atexit(void (*function)(void *), void *argument, void *library) {
  (void)library;
  if (count == 64) {
    return -1;
  }
  entries[count].function = function;
  entries[count++].argument = argument;
  return 0;
}

int __cxa_thread_atexit(void (*function)(void *), void *argument, void *library) {
  return __cxa_atexit(function, argument, library);
}

static void call(void *function) { ((void (*)(void))function)(); }

int atexit(void (*function)(void)) { return __cxa_atexit(call, (void *)function, NULL); }

void run_exit_functions(void) {
  while (count > 0) {
    count--;
    entries[count].function(entries[count].argument);
  }
}

int exit_function_count(void) { return count; }

void mini_bye(void) { log_line("mini bye"); }

void mini_exit(int code) {
  run_exit_functions();
  host_exit(code);
}

/* Registers exit functions in every way that C has; its closing must leave none of them. */
#include <stdio.h>
#include <stdlib.h>

extern char __dso_handle;
int __cxa_atexit(void (*function)(void *), void *argument, void *library);

static void quick(void) { puts("library quick"); }
static void by_data(void) { puts("library, by a pointer in data"); }
static void by_got(void) { puts("library, by a pointer of the GOT"); }
static void direct(void) { puts("library, directly"); }
static void by_handle(void *text) { puts(text); }

void given(void) { puts("library, registered by main"); }
void *handle(void) { return &__dso_handle; }

int (*at_exit)(void (*)(void)) = atexit;
int (*at_quick)(void (*)(void)) = at_quick_exit;
int (*volatile later)(void (*)(void));

__attribute__((constructor)) static void start(void) {
  at_quick(quick);
  at_exit(by_data);
  later = atexit;
  later(by_got);
  atexit(direct);
  __cxa_atexit(by_handle, "library, by its handle", &__dso_handle);
}

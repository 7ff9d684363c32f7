/* Reaches the functions that must know their caller in every way that C has. */
#include "test.h"

typedef void *Find(void *, const char *);
typedef void *Open(const char *, int);
typedef int AtExit(void (*)(void));
typedef int WithLibrary(void (*)(void *), void *, void *);

enum Way { DIRECTLY, BY_TAIL_CALL, BY_DATA, BY_GOT, BY_DLSYM };

/* What stands between a call and the end of a function keeps it from being a tail call. */
static void *volatile kept;
static volatile int registered;

static void *find_directly(void *handle, const char *name) { return kept = dlsym(handle, name); }
static void *find_by_tail_call(void *handle, const char *name) { __attribute__((musttail)) return dlsym(handle, name); }
static void *open_directly(const char *file, int mode) { return kept = dlopen(file, mode); }
static void *open_by_tail_call(const char *file, int mode) { __attribute__((musttail)) return dlopen(file, mode); }
static int register_directly(void (*function)(void)) {
  registered = atexit(function);
  return registered;
}
static int register_by_tail_call(void (*function)(void)) { __attribute__((musttail)) return atexit(function); }

Find *find_by_data = dlsym;
Open *open_by_data = dlopen;
AtExit *register_by_data = atexit;

/* Not known to the compiler, so that it does not call the function directly. */
static void *hidden(void *address) {
  kept = address;
  return kept;
}

static void *reach(int way, void *directly, void *by_tail_call, void *by_data, void *by_got, const char *name) {
  switch (way) {
  case DIRECTLY:
    return directly;
  case BY_TAIL_CALL:
    return by_tail_call;
  case BY_DATA:
    return by_data;
  case BY_GOT:
    return by_got;
  default:
    return dlsym(RTLD_DEFAULT, name);
  }
}

static Find *finder(int way) {
  return (Find *)hidden(reach(way, find_directly, find_by_tail_call, find_by_data, dlsym, "dlsym"));
}

/* Main sees no leaf_fn, neither behind itself nor at all. */
int who_next(int way) { return finder(way)(RTLD_NEXT, "leaf_fn") != NULL; }
int who_default(int way) { return finder(way)(RTLD_DEFAULT, "leaf_fn") != NULL; }

int who_opens(int way) {
  Open *open = (Open *)hidden(reach(way, open_directly, open_by_tail_call, open_by_data, dlopen, "dlopen"));
  return open("libasked.so", RTLD_NOW) != NULL;
}

/* A function that stays, for a library that goes. */
int who_registers(int way) {
  void *reached = reach(way, register_directly, register_by_tail_call, register_by_data, atexit, "atexit");
  registered = ((AtExit *)hidden(reached))(mini_bye);
  return registered;
}

static void bye(void *text) { log_line(text); }

int who_registers_for_thread(int library) {
  extern char __dso_handle;
  WithLibrary *found = (WithLibrary *)dlsym(RTLD_DEFAULT, "__cxa_thread_atexit");
  return found(bye, "found", library ? &__dso_handle : NULL) + __cxa_thread_atexit(bye, "thread", library ? &__dso_handle : NULL);
}

int who_has_one_pointer(int way) {
  return finder(way == BY_DATA ? BY_DATA : BY_GOT) == finder(BY_DLSYM);
}

Find *who_gives(void) { return dlsym; }

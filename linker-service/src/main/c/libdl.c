/* The runtime's libdl.so: dlopen and its kin for C programs, by calls into the linker.
 *
 * It stands in for the stub of wasi-libc, which always fails. It is an ordinary shared library, so
 * that programs NEED it, take addresses of its functions and interpose them as they like; only the
 * module "dylink", which nobody else may import, makes it special. The texts that dlerror and dladdr
 * return live here, because the linker owns no memory of the program. */
#include <stddef.h>

/* wasi-libc's dlfcn.h hides dladdr; the layout is musl's. */
typedef struct {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;

#define LINKER(name) __attribute__((import_module("dylink"), import_name(#name)))
LINKER(open) void *linker_open(const char *file, int mode);
LINKER(close) int linker_close(void *handle);
LINKER(symbol) void *linker_symbol(void *handle, const char *name);
LINKER(error) int linker_error(char *text, size_t size);
LINKER(address) int linker_address(const void *address, Dl_info *info, char *texts, size_t size);

void *dlopen(const char *file, int mode) { return linker_open(file, mode); }

int dlclose(void *handle) { return linker_close(handle); }

void *dlsym(void *restrict handle, const char *restrict name) { return linker_symbol(handle, name); }

/* The text stays until the thread's next call, as POSIX allows. */
char *dlerror(void) {
  static _Thread_local char text[1024];
  return linker_error(text, sizeof text) ? text : NULL;
}

/* The names stay until the thread's next call. */
int dladdr(const void *address, Dl_info *info) {
  static _Thread_local char texts[1024];
  return linker_address(address, info, texts, sizeof texts);
}

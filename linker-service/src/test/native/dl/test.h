/* What the libraries of the dlopen tests share. There is no libc: they link in milliseconds. */
#include <stddef.h>

#define HOST(name) __attribute__((import_module("test"), import_name(#name)))
#define CONSTRUCTOR __attribute__((constructor)) static void
#define DESTRUCTOR __attribute__((destructor)) static void

/* The test keeps the lines. */
HOST(log) void log_line(const char *text);

/* libmini.so */
int atexit(void (*function)(void));
int __cxa_atexit(void (*function)(void *), void *argument, void *library);
int __cxa_thread_atexit(void (*function)(void *), void *argument, void *library);
void mini_bye(void);
__attribute__((noreturn)) void mini_exit(int code);
void run_exit_functions(void);
int exit_function_count(void);

/* libdl.so; the values are those of wasi-libc's dlfcn.h. */
#define RTLD_LAZY 1
#define RTLD_NOW 2
#define RTLD_NOLOAD 4
#define RTLD_NODELETE 4096
#define RTLD_GLOBAL 256
#define RTLD_LOCAL 8
#define RTLD_NEXT ((void *)-1)
#define RTLD_DEFAULT ((void *)0)
typedef struct {
  const char *dli_fname;
  void *dli_fbase;
  const char *dli_sname;
  void *dli_saddr;
} Dl_info;
void *dlopen(const char *file, int mode);
int dlclose(void *handle);
void *dlsym(void *handle, const char *name);
char *dlerror(void);
int dladdr(const void *address, Dl_info *info);

#ifndef __wasilibc___errno_h
#define __wasilibc___errno_h

#ifdef __cplusplus
extern "C" {
#endif

/* A function: clang 22 makes no access to another library's thread-local variable for wasm32-wasip1-threads. */
int *__errno_location(void) __attribute__((__const__));
#define errno (*__errno_location())

#ifdef __cplusplus
}
#endif

#endif

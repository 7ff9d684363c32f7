/* A main with threads and addresses of 64 bits, and no libc: Java's threads call it. */
extern int shared_count;
static _Thread_local long calls;
long next_here(void);
long here(void);
__attribute__((import_module("test"), import_name("pause"))) void pause_here(void);
long counted(int pauses) {
  if (pauses) pause_here();
  __atomic_fetch_add(&shared_count, 1, __ATOMIC_SEQ_CST);
  return next_here() * 1000 + ++calls * 100 + here() % 100;
}
int all(void) { return __atomic_load_n(&shared_count, __ATOMIC_SEQ_CST); }

/* Thread-local data with addresses of 64 bits: each thread counts on its own, from the first value on. */
_Thread_local long count = 40;
_Thread_local long *where = 0;
int shared_count;
long next_here(void) {
  where = &count;
  return ++*where;
}
long here(void) { return *where; }

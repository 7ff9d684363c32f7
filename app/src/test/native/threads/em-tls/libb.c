/* Uses the thread-local variable of another library, and has one of its own that others use. */
extern _Thread_local int shared_local;
int *shared_address(void);
_Thread_local int other_local = 22;
int swap(int value) { int old = shared_local; shared_local = value; return &shared_local == shared_address() ? old : -1; }

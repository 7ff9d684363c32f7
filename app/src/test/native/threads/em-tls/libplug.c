/* Opened while threads run; thread-local variables of libraries that were there before, and its own. */
extern _Thread_local int shared_local, other_local;
_Thread_local int plug_local = 33;
int plug(void) { return shared_local + other_local * 1000 + plug_local++ * 1000000; }

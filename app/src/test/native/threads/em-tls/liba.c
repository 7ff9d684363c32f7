_Thread_local int shared_local = 11;
int *shared_address(void) { return &shared_local; }

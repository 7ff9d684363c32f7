int function(void) { return 5; }
int data = 6;
_Thread_local int local = 7;
int *local_address(void) { return &local; }

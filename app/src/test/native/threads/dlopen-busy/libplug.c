#include <stdio.h>
static _Thread_local int calls = 10;
static int constructed;
__attribute__((constructor)) static void construct(void) { constructed = 1; }
int plug(int x) { return constructed * (x + calls++); }

/* Closes itself while it runs. */
#include "test.h"

static int answer = 40;

DESTRUCTOR destroyed(void) { log_line("self dtor"); }

int self_close(void *handle) { return dlclose(handle) == 0 ? answer + 2 : -1; }

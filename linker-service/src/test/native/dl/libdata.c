/* Reads data, and takes the address of a function, that it needs no library for. */
extern int global_data;
int global_fn(int x);

int data_read(void) { return global_data; }
int (*data_address(void))(int) { return global_fn; }

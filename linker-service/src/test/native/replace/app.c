// A program that uses libcounter.so in every way that C has.
typedef int operation(int);

extern int counter;
extern int limit;
int count(void);
int version(void);
int calls_made(void);
const char *greet(void);
operation *get_twice(void);
int slowly(void);
int call_back(operation *back, int number);

int *counter_address = &counter; // written when it is linked
int (*count_pointer)(void) = count;
static operation *kept; // written while it runs

int app_count(void) {
    return count();
}

int app_version(void) {
    return version();
}

int app_counter(void) {
    return counter;
}

int app_counter_by_address(void) {
    return *counter_address;
}

int app_set_counter(int value) {
    counter = value;
    return limit;
}

int app_count_by_pointer(void) {
    return count_pointer();
}

unsigned app_pointer(void) {
    return (unsigned)count_pointer;
}

int app_keep_twice(void) {
    kept = get_twice();
    return (int)kept;
}

int app_twice(int number) {
    return kept(number);
}

int app_calls_made(void) {
    return calls_made();
}

int app_greeting(int index) {
    return greet()[index];
}

int app_slowly(void) {
    return slowly();
}

static int plus_ten(int number) {
    return number + 10;
}

int app_call_back(int number) {
    return call_back(plus_ten, number);
}

// Calls the counter as often as it is asked to, in one call of the program.
int app_count_many(int times) {
    int last = 0;
    for (int i = 0; i < times; i++) {
        last = count();
    }
    return last;
}

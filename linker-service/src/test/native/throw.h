[[noreturn]] void throw_int(int value);
extern "C" int current_exception_value();
void with_cleanup(int value);
void with_throwing_cleanup(int value);

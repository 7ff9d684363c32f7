[[noreturn]] void throw_int(int value);
int caught_value(); // in a catch (...)
int with_cleanup(int value);

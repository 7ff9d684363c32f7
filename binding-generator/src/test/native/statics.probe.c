#undef __LINE__
#undef __FILE__
#undef __FILE_NAME__
#undef __BASE_FILE__
#undef __INCLUDE_LEVEL__
#undef __COUNTER__
#undef __DATE__
#undef __TIME__
#undef __TIMESTAMP__
#define __func__ dylink_nowhere
#define __FUNCTION__ dylink_nowhere
#define __PRETTY_FUNCTION__ dylink_nowhere
# 1 "dylink-macros"
__auto_type dylink_value_0 = ST_HIDDEN; unsigned char dylink_kind_0 = _Generic((ST_HIDDEN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_1 = ST_WHOLE; unsigned char dylink_kind_1 = _Generic((ST_WHOLE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_2 = ST_UNSIGNED; unsigned char dylink_kind_2 = _Generic((ST_UNSIGNED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_3 = ST_WIDE; unsigned char dylink_kind_3 = _Generic((ST_WIDE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_4 = ST_TRUTH; unsigned char dylink_kind_4 = _Generic((ST_TRUTH), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_5 = ST_SINGLE; unsigned char dylink_kind_5 = _Generic((ST_SINGLE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_6 = ST_REAL; unsigned char dylink_kind_6 = _Generic((ST_REAL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_7 = ST_MODE; unsigned char dylink_kind_7 = _Generic((ST_MODE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_8 = ST_TEXT; unsigned char dylink_kind_8 = _Generic((ST_TEXT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_9 = ST_ROOM; unsigned char dylink_kind_9 = _Generic((ST_ROOM), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_10 = ST_POINTER; unsigned char dylink_kind_10 = _Generic((ST_POINTER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_11 = ST_NOTHING; unsigned char dylink_kind_11 = _Generic((ST_NOTHING), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_12 = ST_SIZE; unsigned char dylink_kind_12 = _Generic((ST_SIZE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_13 = ST_ENDLESS; unsigned char dylink_kind_13 = _Generic((ST_ENDLESS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_14 = ST_POINT; unsigned char dylink_kind_14 = _Generic((ST_POINT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_15 = ST_ADDRESS; unsigned char dylink_kind_15 = _Generic((ST_ADDRESS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);

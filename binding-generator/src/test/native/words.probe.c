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
__auto_type dylink_value_0 = WORDS_LONGEST; unsigned char dylink_kind_0 = _Generic((WORDS_LONGEST), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);

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
__auto_type dylink_value_0 = SHAPES_API; unsigned char dylink_kind_0 = _Generic((SHAPES_API), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_1 = SHAPES_FAR; unsigned char dylink_kind_1 = _Generic((SHAPES_FAR), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_2 = SHAPES_VERSION; unsigned char dylink_kind_2 = _Generic((SHAPES_VERSION), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_3 = SHAPES_PATCH; unsigned char dylink_kind_3 = _Generic((SHAPES_PATCH), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_4 = SHAPES_FLAG_DEEP; unsigned char dylink_kind_4 = _Generic((SHAPES_FLAG_DEEP), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_5 = SHAPES_ALL; unsigned char dylink_kind_5 = _Generic((SHAPES_ALL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_6 = SHAPES_MASK; unsigned char dylink_kind_6 = _Generic((SHAPES_MASK), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_7 = SHAPES_BIG; unsigned char dylink_kind_7 = _Generic((SHAPES_BIG), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_8 = SHAPES_HALF; unsigned char dylink_kind_8 = _Generic((SHAPES_HALF), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_9 = SHAPES_LETTER; unsigned char dylink_kind_9 = _Generic((SHAPES_LETTER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_10 = SHAPES_KEEP; unsigned char dylink_kind_10 = _Generic((SHAPES_KEEP), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_11 = shapes_alias; unsigned char dylink_kind_11 = _Generic((shapes_alias), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);

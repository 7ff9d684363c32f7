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
__auto_type dylink_value_0 = N_UINT32; unsigned char dylink_kind_0 = _Generic((N_UINT32), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_1 = N_INT64; unsigned char dylink_kind_1 = _Generic((N_INT64), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_2 = N_UINT8; unsigned char dylink_kind_2 = _Generic((N_UINT8), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_3 = N_INTMAX; unsigned char dylink_kind_3 = _Generic((N_INTMAX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_4 = N_UINT64_MAX; unsigned char dylink_kind_4 = _Generic((N_UINT64_MAX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_5 = N_INT64_MIN; unsigned char dylink_kind_5 = _Generic((N_INT64_MIN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_6 = N_CAST_BYTE; unsigned char dylink_kind_6 = _Generic((N_CAST_BYTE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_7 = N_CAST_BYTE_CUT; unsigned char dylink_kind_7 = _Generic((N_CAST_BYTE_CUT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_8 = N_CAST_SIGNED; unsigned char dylink_kind_8 = _Generic((N_CAST_SIGNED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_9 = N_CAST_SHORT; unsigned char dylink_kind_9 = _Generic((N_CAST_SHORT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_10 = N_CAST_USHORT; unsigned char dylink_kind_10 = _Generic((N_CAST_USHORT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_11 = N_CAST_ENUM; unsigned char dylink_kind_11 = _Generic((N_CAST_ENUM), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_12 = N_CAST_REAL; unsigned char dylink_kind_12 = _Generic((N_CAST_REAL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_13 = N_CAST_CONST; unsigned char dylink_kind_13 = _Generic((N_CAST_CONST), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_14 = N_BYTE_MAX; unsigned char dylink_kind_14 = _Generic((N_BYTE_MAX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_15 = N_CHAR_MIN; unsigned char dylink_kind_15 = _Generic((N_CHAR_MIN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_16 = N_PARENTHESES; unsigned char dylink_kind_16 = _Generic((N_PARENTHESES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_17 = N_SHIFT; unsigned char dylink_kind_17 = _Generic((N_SHIFT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_18 = N_SHIFT_BACK; unsigned char dylink_kind_18 = _Generic((N_SHIFT_BACK), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_19 = N_FLAGS; unsigned char dylink_kind_19 = _Generic((N_FLAGS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_20 = N_FLAG_ONE; unsigned char dylink_kind_20 = _Generic((N_FLAG_ONE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_21 = N_FLAG_TWO; unsigned char dylink_kind_21 = _Generic((N_FLAG_TWO), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_22 = N_NOT; unsigned char dylink_kind_22 = _Generic((N_NOT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_23 = N_BITS; unsigned char dylink_kind_23 = _Generic((N_BITS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_24 = N_CONCAT; unsigned char dylink_kind_24 = _Generic((N_CONCAT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_25 = N_LARGER; unsigned char dylink_kind_25 = _Generic((N_LARGER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_26 = N_ENUMERATOR; unsigned char dylink_kind_26 = _Generic((N_ENUMERATOR), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_27 = N_ENUMERATORS; unsigned char dylink_kind_27 = _Generic((N_ENUMERATORS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_28 = N_SIZE; unsigned char dylink_kind_28 = _Generic((N_SIZE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_29 = N_COUNT; unsigned char dylink_kind_29 = _Generic((N_COUNT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_30 = N_OFFSET; unsigned char dylink_kind_30 = _Generic((N_OFFSET), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_31 = N_ALIGNMENT; unsigned char dylink_kind_31 = _Generic((N_ALIGNMENT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_32 = N_OCTAL; unsigned char dylink_kind_32 = _Generic((N_OCTAL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_33 = N_BINARY; unsigned char dylink_kind_33 = _Generic((N_BINARY), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_34 = N_SUFFIX; unsigned char dylink_kind_34 = _Generic((N_SUFFIX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_35 = N_COMPARED; unsigned char dylink_kind_35 = _Generic((N_COMPARED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_36 = N_UNSIGNED_COMPARED; unsigned char dylink_kind_36 = _Generic((N_UNSIGNED_COMPARED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_37 = N_CHOICE; unsigned char dylink_kind_37 = _Generic((N_CHOICE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_38 = N_CHOSEN; unsigned char dylink_kind_38 = _Generic((N_CHOSEN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_39 = N_DIVIDED; unsigned char dylink_kind_39 = _Generic((N_DIVIDED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_40 = N_REMAINDER; unsigned char dylink_kind_40 = _Generic((N_REMAINDER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_41 = N_VERSION; unsigned char dylink_kind_41 = _Generic((N_VERSION), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_42 = N_CODE; unsigned char dylink_kind_42 = _Generic((N_CODE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_43 = N_INT_MIN; unsigned char dylink_kind_43 = _Generic((N_INT_MIN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_44 = N_TRUE; unsigned char dylink_kind_44 = _Generic((N_TRUE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_45 = N_EXPECTED; unsigned char dylink_kind_45 = _Generic((N_EXPECTED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_46 = C_LETTER; unsigned char dylink_kind_46 = _Generic((C_LETTER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_47 = C_NEWLINE; unsigned char dylink_kind_47 = _Generic((C_NEWLINE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_48 = C_HEX; unsigned char dylink_kind_48 = _Generic((C_HEX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_49 = C_NEGATIVE; unsigned char dylink_kind_49 = _Generic((C_NEGATIVE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_50 = C_QUOTE; unsigned char dylink_kind_50 = _Generic((C_QUOTE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_51 = C_WIDE; unsigned char dylink_kind_51 = _Generic((C_WIDE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_52 = C_SEVERAL; unsigned char dylink_kind_52 = _Generic((C_SEVERAL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_53 = C_CAST; unsigned char dylink_kind_53 = _Generic((C_CAST), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_54 = C_SIXTEEN; unsigned char dylink_kind_54 = _Generic((C_SIXTEEN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_55 = T_YES; unsigned char dylink_kind_55 = _Generic((T_YES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_56 = T_NO; unsigned char dylink_kind_56 = _Generic((T_NO), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_57 = R_HALF; unsigned char dylink_kind_57 = _Generic((R_HALF), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_58 = R_SINGLE; unsigned char dylink_kind_58 = _Generic((R_SINGLE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_59 = R_DOUBLED; unsigned char dylink_kind_59 = _Generic((R_DOUBLED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_60 = R_CAST; unsigned char dylink_kind_60 = _Generic((R_CAST), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_61 = R_SCALED; unsigned char dylink_kind_61 = _Generic((R_SCALED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_62 = R_SMALL; unsigned char dylink_kind_62 = _Generic((R_SMALL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_63 = R_HEX; unsigned char dylink_kind_63 = _Generic((R_HEX), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_64 = R_MIXED; unsigned char dylink_kind_64 = _Generic((R_MIXED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_65 = R_NEGATIVE_ZERO; unsigned char dylink_kind_65 = _Generic((R_NEGATIVE_ZERO), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_66 = R_TENTH; unsigned char dylink_kind_66 = _Generic((R_TENTH), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_67 = R_INFINITE; unsigned char dylink_kind_67 = _Generic((R_INFINITE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_68 = R_DEGREES; unsigned char dylink_kind_68 = _Generic((R_DEGREES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_69 = S_VERSION; unsigned char dylink_kind_69 = _Generic((S_VERSION), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_70 = S_MAJOR; unsigned char dylink_kind_70 = _Generic((S_MAJOR), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_71 = S_ESCAPES; unsigned char dylink_kind_71 = _Generic((S_ESCAPES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_72 = S_UTF8; unsigned char dylink_kind_72 = _Generic((S_UTF8), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_73 = S_NUL; unsigned char dylink_kind_73 = _Generic((S_NUL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_74 = S_EMPTY; unsigned char dylink_kind_74 = _Generic((S_EMPTY), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_75 = S_CAST; unsigned char dylink_kind_75 = _Generic((S_CAST), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_76 = S_PARENTHESES; unsigned char dylink_kind_76 = _Generic((S_PARENTHESES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_77 = S_WIDE; unsigned char dylink_kind_77 = _Generic((S_WIDE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_78 = S_SIXTEEN; unsigned char dylink_kind_78 = _Generic((S_SIXTEEN), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_79 = S_THIRTY_TWO; unsigned char dylink_kind_79 = _Generic((S_THIRTY_TWO), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_80 = S_EIGHT; unsigned char dylink_kind_80 = _Generic((S_EIGHT), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_81 = S_UNSIGNED; unsigned char dylink_kind_81 = _Generic((S_UNSIGNED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_82 = P_NONE; unsigned char dylink_kind_82 = _Generic((P_NONE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_83 = P_FAILED; unsigned char dylink_kind_83 = _Generic((P_FAILED), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_84 = P_FUNCTION; unsigned char dylink_kind_84 = _Generic((P_FUNCTION), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_85 = W_SIZE; unsigned char dylink_kind_85 = _Generic((W_SIZE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_86 = W_LONG; unsigned char dylink_kind_86 = _Generic((W_LONG), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_87 = W_POINTER; unsigned char dylink_kind_87 = _Generic((W_POINTER), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_88 = W_QUAD; unsigned char dylink_kind_88 = _Generic((W_QUAD), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_89 = W_QUAD_TENTH; unsigned char dylink_kind_89 = _Generic((W_QUAD_TENTH), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_90 = W_QUAD_LARGE; unsigned char dylink_kind_90 = _Generic((W_QUAD_LARGE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_91 = X_FUNCTION; unsigned char dylink_kind_91 = _Generic((X_FUNCTION), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_92 = X_CALL; unsigned char dylink_kind_92 = _Generic((X_CALL), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_93 = X_VARIABLE; unsigned char dylink_kind_93 = _Generic((X_VARIABLE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_94 = X_ADDRESS; unsigned char dylink_kind_94 = _Generic((X_ADDRESS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_95 = X_INSIDE; unsigned char dylink_kind_95 = _Generic((X_INSIDE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_96 = X_PLACE; unsigned char dylink_kind_96 = _Generic((X_PLACE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_97 = X_FILE; unsigned char dylink_kind_97 = _Generic((X_FILE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);







__auto_type dylink_value_105 = X_TYPE; unsigned char dylink_kind_105 = _Generic((X_TYPE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_106 = X_KEYWORD; unsigned char dylink_kind_106 = _Generic((X_KEYWORD), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_107 = X_ATTRIBUTE; unsigned char dylink_kind_107 = _Generic((X_ATTRIBUTE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_108 = X_NAME; unsigned char dylink_kind_108 = _Generic((X_NAME), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_109 = X_ITSELF; unsigned char dylink_kind_109 = _Generic((X_ITSELF), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_110 = X_ZERO; unsigned char dylink_kind_110 = _Generic((X_ZERO), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);


__auto_type dylink_value_113 = X_BYTES; unsigned char dylink_kind_113 = _Generic((X_BYTES), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_114 = X_WORDS; unsigned char dylink_kind_114 = _Generic((X_WORDS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_115 = X_COMMAS; unsigned char dylink_kind_115 = _Generic((X_COMMAS), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_116 = X_QUOTE; unsigned char dylink_kind_116 = _Generic((X_QUOTE), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);


__auto_type dylink_value_119 = D_1; unsigned char dylink_kind_119 = _Generic((D_1), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_120 = D_2; unsigned char dylink_kind_120 = _Generic((D_2), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_121 = D_3; unsigned char dylink_kind_121 = _Generic((D_3), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_122 = D_4; unsigned char dylink_kind_122 = _Generic((D_4), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_123 = D_5; unsigned char dylink_kind_123 = _Generic((D_5), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);



__auto_type dylink_value_127 = D_T3; unsigned char dylink_kind_127 = _Generic((D_T3), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);
__auto_type dylink_value_128 = D_T4; unsigned char dylink_kind_128 = _Generic((D_T4), _Bool: 1, unsigned char: 2, unsigned short: 2, unsigned int: 2, unsigned long: 2, unsigned long long: 2, default: 0);

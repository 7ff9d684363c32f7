package org.dylink.example.pcre2;

import org.dylink.binding.Binding;
import org.dylink.binding.Callback;
import org.dylink.binding.In;
import org.dylink.binding.InOut;
import org.dylink.binding.Length;
import org.dylink.binding.OrNull;
import org.dylink.binding.Pointer;
import org.dylink.binding.Unsigned;
import org.dylink.binding.WasmLibrary;

/** The functions of {@code pcre2.h}: 73 of 219. Written by {@code dylink bindings}. */
@WasmLibrary("libpcre2-8.so")
public interface Pcre2 extends AutoCloseable {
  int PCRE2_MAJOR = 10;
  int PCRE2_MINOR = 42;
  int PCRE2_DATE = 1999;
  int PCRE2_ANCHORED = 0x80000000;
  int PCRE2_NO_UTF_CHECK = 1073741824;
  int PCRE2_ENDANCHORED = 536870912;
  int PCRE2_ALLOW_EMPTY_CLASS = 1;
  int PCRE2_ALT_BSUX = 2;
  int PCRE2_AUTO_CALLOUT = 4;
  int PCRE2_CASELESS = 8;
  int PCRE2_DOLLAR_ENDONLY = 16;
  int PCRE2_DOTALL = 32;
  int PCRE2_DUPNAMES = 64;
  int PCRE2_EXTENDED = 128;
  int PCRE2_FIRSTLINE = 256;
  int PCRE2_MATCH_UNSET_BACKREF = 512;
  int PCRE2_MULTILINE = 1024;
  int PCRE2_NEVER_UCP = 2048;
  int PCRE2_NEVER_UTF = 4096;
  int PCRE2_NO_AUTO_CAPTURE = 8192;
  int PCRE2_NO_AUTO_POSSESS = 16384;
  int PCRE2_NO_DOTSTAR_ANCHOR = 32768;
  int PCRE2_NO_START_OPTIMIZE = 65536;
  int PCRE2_UCP = 131072;
  int PCRE2_UNGREEDY = 262144;
  int PCRE2_UTF = 524288;
  int PCRE2_NEVER_BACKSLASH_C = 1048576;
  int PCRE2_ALT_CIRCUMFLEX = 2097152;
  int PCRE2_ALT_VERBNAMES = 4194304;
  int PCRE2_USE_OFFSET_LIMIT = 8388608;
  int PCRE2_EXTENDED_MORE = 16777216;
  int PCRE2_LITERAL = 33554432;
  int PCRE2_MATCH_INVALID_UTF = 67108864;
  int PCRE2_EXTRA_ALLOW_SURROGATE_ESCAPES = 1;
  int PCRE2_EXTRA_BAD_ESCAPE_IS_LITERAL = 2;
  int PCRE2_EXTRA_MATCH_WORD = 4;
  int PCRE2_EXTRA_MATCH_LINE = 8;
  int PCRE2_EXTRA_ESCAPED_CR_IS_LF = 16;
  int PCRE2_EXTRA_ALT_BSUX = 32;
  int PCRE2_EXTRA_ALLOW_LOOKAROUND_BSK = 64;
  int PCRE2_JIT_COMPLETE = 1;
  int PCRE2_JIT_PARTIAL_SOFT = 2;
  int PCRE2_JIT_PARTIAL_HARD = 4;
  int PCRE2_JIT_INVALID_UTF = 256;
  int PCRE2_NOTBOL = 1;
  int PCRE2_NOTEOL = 2;
  int PCRE2_NOTEMPTY = 4;
  int PCRE2_NOTEMPTY_ATSTART = 8;
  int PCRE2_PARTIAL_SOFT = 16;
  int PCRE2_PARTIAL_HARD = 32;
  int PCRE2_DFA_RESTART = 64;
  int PCRE2_DFA_SHORTEST = 128;
  int PCRE2_SUBSTITUTE_GLOBAL = 256;
  int PCRE2_SUBSTITUTE_EXTENDED = 512;
  int PCRE2_SUBSTITUTE_UNSET_EMPTY = 1024;
  int PCRE2_SUBSTITUTE_UNKNOWN_UNSET = 2048;
  int PCRE2_SUBSTITUTE_OVERFLOW_LENGTH = 4096;
  int PCRE2_NO_JIT = 8192;
  int PCRE2_COPY_MATCHED_SUBJECT = 16384;
  int PCRE2_SUBSTITUTE_LITERAL = 32768;
  int PCRE2_SUBSTITUTE_MATCHED = 65536;
  int PCRE2_SUBSTITUTE_REPLACEMENT_ONLY = 131072;
  int PCRE2_CONVERT_UTF = 1;
  int PCRE2_CONVERT_NO_UTF_CHECK = 2;
  int PCRE2_CONVERT_POSIX_BASIC = 4;
  int PCRE2_CONVERT_POSIX_EXTENDED = 8;
  int PCRE2_CONVERT_GLOB = 16;
  int PCRE2_CONVERT_GLOB_NO_WILD_SEPARATOR = 48;
  int PCRE2_CONVERT_GLOB_NO_STARSTAR = 80;
  int PCRE2_NEWLINE_CR = 1;
  int PCRE2_NEWLINE_LF = 2;
  int PCRE2_NEWLINE_CRLF = 3;
  int PCRE2_NEWLINE_ANY = 4;
  int PCRE2_NEWLINE_ANYCRLF = 5;
  int PCRE2_NEWLINE_NUL = 6;
  int PCRE2_BSR_UNICODE = 1;
  int PCRE2_BSR_ANYCRLF = 2;
  int PCRE2_ERROR_END_BACKSLASH = 101;
  int PCRE2_ERROR_END_BACKSLASH_C = 102;
  int PCRE2_ERROR_UNKNOWN_ESCAPE = 103;
  int PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER = 104;
  int PCRE2_ERROR_QUANTIFIER_TOO_BIG = 105;
  int PCRE2_ERROR_MISSING_SQUARE_BRACKET = 106;
  int PCRE2_ERROR_ESCAPE_INVALID_IN_CLASS = 107;
  int PCRE2_ERROR_CLASS_RANGE_ORDER = 108;
  int PCRE2_ERROR_QUANTIFIER_INVALID = 109;
  int PCRE2_ERROR_INTERNAL_UNEXPECTED_REPEAT = 110;
  int PCRE2_ERROR_INVALID_AFTER_PARENS_QUERY = 111;
  int PCRE2_ERROR_POSIX_CLASS_NOT_IN_CLASS = 112;
  int PCRE2_ERROR_POSIX_NO_SUPPORT_COLLATING = 113;
  int PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS = 114;
  int PCRE2_ERROR_BAD_SUBPATTERN_REFERENCE = 115;
  int PCRE2_ERROR_NULL_PATTERN = 116;
  int PCRE2_ERROR_BAD_OPTIONS = 117;
  int PCRE2_ERROR_MISSING_COMMENT_CLOSING = 118;
  int PCRE2_ERROR_PARENTHESES_NEST_TOO_DEEP = 119;
  int PCRE2_ERROR_PATTERN_TOO_LARGE = 120;
  int PCRE2_ERROR_HEAP_FAILED = 121;
  int PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS = 122;
  int PCRE2_ERROR_INTERNAL_CODE_OVERFLOW = 123;
  int PCRE2_ERROR_MISSING_CONDITION_CLOSING = 124;
  int PCRE2_ERROR_LOOKBEHIND_NOT_FIXED_LENGTH = 125;
  int PCRE2_ERROR_ZERO_RELATIVE_REFERENCE = 126;
  int PCRE2_ERROR_TOO_MANY_CONDITION_BRANCHES = 127;
  int PCRE2_ERROR_CONDITION_ASSERTION_EXPECTED = 128;
  int PCRE2_ERROR_BAD_RELATIVE_REFERENCE = 129;
  int PCRE2_ERROR_UNKNOWN_POSIX_CLASS = 130;
  int PCRE2_ERROR_INTERNAL_STUDY_ERROR = 131;
  int PCRE2_ERROR_UNICODE_NOT_SUPPORTED = 132;
  int PCRE2_ERROR_PARENTHESES_STACK_CHECK = 133;
  int PCRE2_ERROR_CODE_POINT_TOO_BIG = 134;
  int PCRE2_ERROR_LOOKBEHIND_TOO_COMPLICATED = 135;
  int PCRE2_ERROR_LOOKBEHIND_INVALID_BACKSLASH_C = 136;
  int PCRE2_ERROR_UNSUPPORTED_ESCAPE_SEQUENCE = 137;
  int PCRE2_ERROR_CALLOUT_NUMBER_TOO_BIG = 138;
  int PCRE2_ERROR_MISSING_CALLOUT_CLOSING = 139;
  int PCRE2_ERROR_ESCAPE_INVALID_IN_VERB = 140;
  int PCRE2_ERROR_UNRECOGNIZED_AFTER_QUERY_P = 141;
  int PCRE2_ERROR_MISSING_NAME_TERMINATOR = 142;
  int PCRE2_ERROR_DUPLICATE_SUBPATTERN_NAME = 143;
  int PCRE2_ERROR_INVALID_SUBPATTERN_NAME = 144;
  int PCRE2_ERROR_UNICODE_PROPERTIES_UNAVAILABLE = 145;
  int PCRE2_ERROR_MALFORMED_UNICODE_PROPERTY = 146;
  int PCRE2_ERROR_UNKNOWN_UNICODE_PROPERTY = 147;
  int PCRE2_ERROR_SUBPATTERN_NAME_TOO_LONG = 148;
  int PCRE2_ERROR_TOO_MANY_NAMED_SUBPATTERNS = 149;
  int PCRE2_ERROR_CLASS_INVALID_RANGE = 150;
  int PCRE2_ERROR_OCTAL_BYTE_TOO_BIG = 151;
  int PCRE2_ERROR_INTERNAL_OVERRAN_WORKSPACE = 152;
  int PCRE2_ERROR_INTERNAL_MISSING_SUBPATTERN = 153;
  int PCRE2_ERROR_DEFINE_TOO_MANY_BRANCHES = 154;
  int PCRE2_ERROR_BACKSLASH_O_MISSING_BRACE = 155;
  int PCRE2_ERROR_INTERNAL_UNKNOWN_NEWLINE = 156;
  int PCRE2_ERROR_BACKSLASH_G_SYNTAX = 157;
  int PCRE2_ERROR_PARENS_QUERY_R_MISSING_CLOSING = 158;
  int PCRE2_ERROR_VERB_ARGUMENT_NOT_ALLOWED = 159;
  int PCRE2_ERROR_VERB_UNKNOWN = 160;
  int PCRE2_ERROR_SUBPATTERN_NUMBER_TOO_BIG = 161;
  int PCRE2_ERROR_SUBPATTERN_NAME_EXPECTED = 162;
  int PCRE2_ERROR_INTERNAL_PARSED_OVERFLOW = 163;
  int PCRE2_ERROR_INVALID_OCTAL = 164;
  int PCRE2_ERROR_SUBPATTERN_NAMES_MISMATCH = 165;
  int PCRE2_ERROR_MARK_MISSING_ARGUMENT = 166;
  int PCRE2_ERROR_INVALID_HEXADECIMAL = 167;
  int PCRE2_ERROR_BACKSLASH_C_SYNTAX = 168;
  int PCRE2_ERROR_BACKSLASH_K_SYNTAX = 169;
  int PCRE2_ERROR_INTERNAL_BAD_CODE_LOOKBEHINDS = 170;
  int PCRE2_ERROR_BACKSLASH_N_IN_CLASS = 171;
  int PCRE2_ERROR_CALLOUT_STRING_TOO_LONG = 172;
  int PCRE2_ERROR_UNICODE_DISALLOWED_CODE_POINT = 173;
  int PCRE2_ERROR_UTF_IS_DISABLED = 174;
  int PCRE2_ERROR_UCP_IS_DISABLED = 175;
  int PCRE2_ERROR_VERB_NAME_TOO_LONG = 176;
  int PCRE2_ERROR_BACKSLASH_U_CODE_POINT_TOO_BIG = 177;
  int PCRE2_ERROR_MISSING_OCTAL_OR_HEX_DIGITS = 178;
  int PCRE2_ERROR_VERSION_CONDITION_SYNTAX = 179;
  int PCRE2_ERROR_INTERNAL_BAD_CODE_AUTO_POSSESS = 180;
  int PCRE2_ERROR_CALLOUT_NO_STRING_DELIMITER = 181;
  int PCRE2_ERROR_CALLOUT_BAD_STRING_DELIMITER = 182;
  int PCRE2_ERROR_BACKSLASH_C_CALLER_DISABLED = 183;
  int PCRE2_ERROR_QUERY_BARJX_NEST_TOO_DEEP = 184;
  int PCRE2_ERROR_BACKSLASH_C_LIBRARY_DISABLED = 185;
  int PCRE2_ERROR_PATTERN_TOO_COMPLICATED = 186;
  int PCRE2_ERROR_LOOKBEHIND_TOO_LONG = 187;
  int PCRE2_ERROR_PATTERN_STRING_TOO_LONG = 188;
  int PCRE2_ERROR_INTERNAL_BAD_CODE = 189;
  int PCRE2_ERROR_INTERNAL_BAD_CODE_IN_SKIP = 190;
  int PCRE2_ERROR_NO_SURROGATES_IN_UTF16 = 191;
  int PCRE2_ERROR_BAD_LITERAL_OPTIONS = 192;
  int PCRE2_ERROR_SUPPORTED_ONLY_IN_UNICODE = 193;
  int PCRE2_ERROR_INVALID_HYPHEN_IN_OPTIONS = 194;
  int PCRE2_ERROR_ALPHA_ASSERTION_UNKNOWN = 195;
  int PCRE2_ERROR_SCRIPT_RUN_NOT_AVAILABLE = 196;
  int PCRE2_ERROR_TOO_MANY_CAPTURES = 197;
  int PCRE2_ERROR_CONDITION_ATOMIC_ASSERTION_EXPECTED = 198;
  int PCRE2_ERROR_BACKSLASH_K_IN_LOOKAROUND = 199;
  int PCRE2_ERROR_NOMATCH = -1;
  int PCRE2_ERROR_PARTIAL = -2;
  int PCRE2_ERROR_UTF8_ERR1 = -3;
  int PCRE2_ERROR_UTF8_ERR2 = -4;
  int PCRE2_ERROR_UTF8_ERR3 = -5;
  int PCRE2_ERROR_UTF8_ERR4 = -6;
  int PCRE2_ERROR_UTF8_ERR5 = -7;
  int PCRE2_ERROR_UTF8_ERR6 = -8;
  int PCRE2_ERROR_UTF8_ERR7 = -9;
  int PCRE2_ERROR_UTF8_ERR8 = -10;
  int PCRE2_ERROR_UTF8_ERR9 = -11;
  int PCRE2_ERROR_UTF8_ERR10 = -12;
  int PCRE2_ERROR_UTF8_ERR11 = -13;
  int PCRE2_ERROR_UTF8_ERR12 = -14;
  int PCRE2_ERROR_UTF8_ERR13 = -15;
  int PCRE2_ERROR_UTF8_ERR14 = -16;
  int PCRE2_ERROR_UTF8_ERR15 = -17;
  int PCRE2_ERROR_UTF8_ERR16 = -18;
  int PCRE2_ERROR_UTF8_ERR17 = -19;
  int PCRE2_ERROR_UTF8_ERR18 = -20;
  int PCRE2_ERROR_UTF8_ERR19 = -21;
  int PCRE2_ERROR_UTF8_ERR20 = -22;
  int PCRE2_ERROR_UTF8_ERR21 = -23;
  int PCRE2_ERROR_UTF16_ERR1 = -24;
  int PCRE2_ERROR_UTF16_ERR2 = -25;
  int PCRE2_ERROR_UTF16_ERR3 = -26;
  int PCRE2_ERROR_UTF32_ERR1 = -27;
  int PCRE2_ERROR_UTF32_ERR2 = -28;
  int PCRE2_ERROR_BADDATA = -29;
  int PCRE2_ERROR_MIXEDTABLES = -30;
  int PCRE2_ERROR_BADMAGIC = -31;
  int PCRE2_ERROR_BADMODE = -32;
  int PCRE2_ERROR_BADOFFSET = -33;
  int PCRE2_ERROR_BADOPTION = -34;
  int PCRE2_ERROR_BADREPLACEMENT = -35;
  int PCRE2_ERROR_BADUTFOFFSET = -36;
  int PCRE2_ERROR_CALLOUT = -37;
  int PCRE2_ERROR_DFA_BADRESTART = -38;
  int PCRE2_ERROR_DFA_RECURSE = -39;
  int PCRE2_ERROR_DFA_UCOND = -40;
  int PCRE2_ERROR_DFA_UFUNC = -41;
  int PCRE2_ERROR_DFA_UITEM = -42;
  int PCRE2_ERROR_DFA_WSSIZE = -43;
  int PCRE2_ERROR_INTERNAL = -44;
  int PCRE2_ERROR_JIT_BADOPTION = -45;
  int PCRE2_ERROR_JIT_STACKLIMIT = -46;
  int PCRE2_ERROR_MATCHLIMIT = -47;
  int PCRE2_ERROR_NOMEMORY = -48;
  int PCRE2_ERROR_NOSUBSTRING = -49;
  int PCRE2_ERROR_NOUNIQUESUBSTRING = -50;
  int PCRE2_ERROR_NULL = -51;
  int PCRE2_ERROR_RECURSELOOP = -52;
  int PCRE2_ERROR_DEPTHLIMIT = -53;
  int PCRE2_ERROR_RECURSIONLIMIT = -53;
  int PCRE2_ERROR_UNAVAILABLE = -54;
  int PCRE2_ERROR_UNSET = -55;
  int PCRE2_ERROR_BADOFFSETLIMIT = -56;
  int PCRE2_ERROR_BADREPESCAPE = -57;
  int PCRE2_ERROR_REPMISSINGBRACE = -58;
  int PCRE2_ERROR_BADSUBSTITUTION = -59;
  int PCRE2_ERROR_BADSUBSPATTERN = -60;
  int PCRE2_ERROR_TOOMANYREPLACE = -61;
  int PCRE2_ERROR_BADSERIALIZEDDATA = -62;
  int PCRE2_ERROR_HEAPLIMIT = -63;
  int PCRE2_ERROR_CONVERT_SYNTAX = -64;
  int PCRE2_ERROR_INTERNAL_DUPMATCH = -65;
  int PCRE2_ERROR_DFA_UINVALID_UTF = -66;
  int PCRE2_INFO_ALLOPTIONS = 0;
  int PCRE2_INFO_ARGOPTIONS = 1;
  int PCRE2_INFO_BACKREFMAX = 2;
  int PCRE2_INFO_BSR = 3;
  int PCRE2_INFO_CAPTURECOUNT = 4;
  int PCRE2_INFO_FIRSTCODEUNIT = 5;
  int PCRE2_INFO_FIRSTCODETYPE = 6;
  int PCRE2_INFO_FIRSTBITMAP = 7;
  int PCRE2_INFO_HASCRORLF = 8;
  int PCRE2_INFO_JCHANGED = 9;
  int PCRE2_INFO_JITSIZE = 10;
  int PCRE2_INFO_LASTCODEUNIT = 11;
  int PCRE2_INFO_LASTCODETYPE = 12;
  int PCRE2_INFO_MATCHEMPTY = 13;
  int PCRE2_INFO_MATCHLIMIT = 14;
  int PCRE2_INFO_MAXLOOKBEHIND = 15;
  int PCRE2_INFO_MINLENGTH = 16;
  int PCRE2_INFO_NAMECOUNT = 17;
  int PCRE2_INFO_NAMEENTRYSIZE = 18;
  int PCRE2_INFO_NAMETABLE = 19;
  int PCRE2_INFO_NEWLINE = 20;
  int PCRE2_INFO_DEPTHLIMIT = 21;
  int PCRE2_INFO_RECURSIONLIMIT = 21;
  int PCRE2_INFO_SIZE = 22;
  int PCRE2_INFO_HASBACKSLASHC = 23;
  int PCRE2_INFO_FRAMESIZE = 24;
  int PCRE2_INFO_HEAPLIMIT = 25;
  int PCRE2_INFO_EXTRAOPTIONS = 26;
  int PCRE2_CONFIG_BSR = 0;
  int PCRE2_CONFIG_JIT = 1;
  int PCRE2_CONFIG_JITTARGET = 2;
  int PCRE2_CONFIG_LINKSIZE = 3;
  int PCRE2_CONFIG_MATCHLIMIT = 4;
  int PCRE2_CONFIG_NEWLINE = 5;
  int PCRE2_CONFIG_PARENSLIMIT = 6;
  int PCRE2_CONFIG_DEPTHLIMIT = 7;
  int PCRE2_CONFIG_RECURSIONLIMIT = 7;
  int PCRE2_CONFIG_STACKRECURSE = 8;
  int PCRE2_CONFIG_UNICODE = 9;
  int PCRE2_CONFIG_UNICODE_VERSION = 10;
  int PCRE2_CONFIG_VERSION = 11;
  int PCRE2_CONFIG_HEAPLIMIT = 12;
  int PCRE2_CONFIG_NEVER_BACKSLASH_C = 13;
  int PCRE2_CONFIG_COMPILED_WIDTHS = 14;
  int PCRE2_CONFIG_TABLES_LENGTH = 15;
  int PCRE2_SIZE_MAX = 0xffffffff;
  int PCRE2_CALLOUT_STARTMATCH = 1;
  int PCRE2_CALLOUT_BACKTRACK = 2;

  /**
   * {@code struct pcre2_callout_block_8}.
   *
   * @param offset_vector size_t *
   * @param mark PCRE2_SPTR8
   * @param subject PCRE2_SPTR8
   * @param callout_string PCRE2_SPTR8
   */
  record Pcre2CalloutBlock8(
      int version,
      int callout_number,
      int capture_top,
      int capture_last,
      Pointer offset_vector,
      Pointer mark,
      Pointer subject,
      int subject_length,
      int start_match,
      int current_position,
      int pattern_position,
      int next_item_length,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string,
      int callout_flags) {}

  /**
   * {@code struct pcre2_callout_enumerate_block_8}.
   *
   * @param callout_string PCRE2_SPTR8
   */
  record Pcre2CalloutEnumerateBlock8(
      int version,
      int pattern_position,
      int next_item_length,
      int callout_number,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string) {}

  /**
   * {@code struct pcre2_substitute_callout_block_8}.
   *
   * @param input PCRE2_SPTR8
   * @param output PCRE2_SPTR8
   * @param ovector size_t *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Pcre2SubstituteCalloutBlock8(
      int version,
      Pointer input,
      Pointer output,
      @Length(2) int[] output_offsets,
      Pointer ovector,
      int oveccount,
      int subscount) {}

  /**
   * {@code struct pcre2_callout_block_16}.
   *
   * @param offset_vector size_t *
   * @param mark PCRE2_SPTR16
   * @param subject PCRE2_SPTR16
   * @param callout_string PCRE2_SPTR16
   */
  record Pcre2CalloutBlock16(
      int version,
      int callout_number,
      int capture_top,
      int capture_last,
      Pointer offset_vector,
      Pointer mark,
      Pointer subject,
      int subject_length,
      int start_match,
      int current_position,
      int pattern_position,
      int next_item_length,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string,
      int callout_flags) {}

  /**
   * {@code struct pcre2_callout_enumerate_block_16}.
   *
   * @param callout_string PCRE2_SPTR16
   */
  record Pcre2CalloutEnumerateBlock16(
      int version,
      int pattern_position,
      int next_item_length,
      int callout_number,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string) {}

  /**
   * {@code struct pcre2_substitute_callout_block_16}.
   *
   * @param input PCRE2_SPTR16
   * @param output PCRE2_SPTR16
   * @param ovector size_t *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Pcre2SubstituteCalloutBlock16(
      int version,
      Pointer input,
      Pointer output,
      @Length(2) int[] output_offsets,
      Pointer ovector,
      int oveccount,
      int subscount) {}

  /**
   * {@code struct pcre2_callout_block_32}.
   *
   * @param offset_vector size_t *
   * @param mark PCRE2_SPTR32
   * @param subject PCRE2_SPTR32
   * @param callout_string PCRE2_SPTR32
   */
  record Pcre2CalloutBlock32(
      int version,
      int callout_number,
      int capture_top,
      int capture_last,
      Pointer offset_vector,
      Pointer mark,
      Pointer subject,
      int subject_length,
      int start_match,
      int current_position,
      int pattern_position,
      int next_item_length,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string,
      int callout_flags) {}

  /**
   * {@code struct pcre2_callout_enumerate_block_32}.
   *
   * @param callout_string PCRE2_SPTR32
   */
  record Pcre2CalloutEnumerateBlock32(
      int version,
      int pattern_position,
      int next_item_length,
      int callout_number,
      int callout_string_offset,
      int callout_string_length,
      Pointer callout_string) {}

  /**
   * {@code struct pcre2_substitute_callout_block_32}.
   *
   * @param input PCRE2_SPTR32
   * @param output PCRE2_SPTR32
   * @param ovector size_t *
   */
  @SuppressWarnings("ArrayRecordComponent") // what C has
  record Pcre2SubstituteCalloutBlock32(
      int version,
      Pointer input,
      Pointer output,
      @Length(2) int[] output_offsets,
      Pointer ovector,
      int oveccount,
      int subscount) {}

  /** {@code pcre2_general_context_create_8_}. */
  @FunctionalInterface
  interface Pcre2GeneralContextCreate8 {
    /** What C calls. */
    Pointer call(@Unsigned int arg0, Pointer arg1);
  }

  /** {@code pcre2_set_compile_recursion_guard_8_}. */
  @FunctionalInterface
  interface Pcre2SetCompileRecursionGuard8 {
    /** What C calls. */
    int call(@Unsigned int arg0, Pointer arg1);
  }

  /** {@code pcre2_set_callout_8_}. */
  @FunctionalInterface
  interface Pcre2SetCallout8 {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1);
  }

  /** {@code pcre2_set_substitute_callout_8_}. */
  @FunctionalInterface
  interface Pcre2SetSubstituteCallout8 {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1);
  }

  /** {@code pcre2_set_recursion_memory_management_8_}. */
  @FunctionalInterface
  interface Pcre2SetRecursionMemoryManagement8 {
    /** What C calls. */
    Pointer call(@Unsigned int arg0, Pointer arg1);
  }

  /** {@code pcre2_callout_enumerate_8_}. */
  @FunctionalInterface
  interface Pcre2CalloutEnumerate8 {
    /** What C calls. */
    int call(Pointer arg0, Pointer arg1);
  }

  /** {@code pcre2_jit_callback_8}. */
  @FunctionalInterface
  interface Pcre2JitCallback8 {
    /** What C calls. */
    Pointer call(Pointer arg0);
  }

  /** {@code int pcre2_config_8(uint32_t, void *)}. */
  int pcre2_config_8(@Unsigned int arg0, @OrNull Pointer arg1);

  /** {@code pcre2_general_context_8 *pcre2_general_context_copy_8(pcre2_general_context_8 *)}. */
  Pointer pcre2_general_context_copy_8(@OrNull Pointer arg0);

  /**
   * {@code pcre2_general_context_8 *pcre2_general_context_create_8(void *(*)(size_t, void *), void
   * (*)(void *, void *), void *)}.
   */
  Pointer pcre2_general_context_create_8(
      @OrNull Callback<Pcre2GeneralContextCreate8> arg0,
      @OrNull Callback<Pcre2GeneralContextCreate8> arg1,
      @OrNull Pointer arg2);

  /** {@code void pcre2_general_context_free_8(pcre2_general_context_8 *)}. */
  void pcre2_general_context_free_8(@OrNull Pointer arg0);

  /** {@code pcre2_compile_context_8 *pcre2_compile_context_copy_8(pcre2_compile_context_8 *)}. */
  Pointer pcre2_compile_context_copy_8(@OrNull Pointer arg0);

  /** {@code pcre2_compile_context_8 *pcre2_compile_context_create_8(pcre2_general_context_8 *)}. */
  Pointer pcre2_compile_context_create_8(@OrNull Pointer arg0);

  /** {@code void pcre2_compile_context_free_8(pcre2_compile_context_8 *)}. */
  void pcre2_compile_context_free_8(@OrNull Pointer arg0);

  /** {@code int pcre2_set_bsr_8(pcre2_compile_context_8 *, uint32_t)}. */
  int pcre2_set_bsr_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_character_tables_8(pcre2_compile_context_8 *, const uint8_t *)}. */
  int pcre2_set_character_tables_8(@OrNull Pointer arg0, @OrNull @In byte[] arg1);

  /** {@code int pcre2_set_compile_extra_options_8(pcre2_compile_context_8 *, uint32_t)}. */
  int pcre2_set_compile_extra_options_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_max_pattern_length_8(pcre2_compile_context_8 *, size_t)}. */
  int pcre2_set_max_pattern_length_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_newline_8(pcre2_compile_context_8 *, uint32_t)}. */
  int pcre2_set_newline_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_parens_nest_limit_8(pcre2_compile_context_8 *, uint32_t)}. */
  int pcre2_set_parens_nest_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /**
   * {@code int pcre2_set_compile_recursion_guard_8(pcre2_compile_context_8 *, int (*)(uint32_t,
   * void *), void *)}.
   */
  int pcre2_set_compile_recursion_guard_8(
      @OrNull Pointer arg0,
      @OrNull Callback<Pcre2SetCompileRecursionGuard8> arg1,
      @OrNull Pointer arg2);

  /** {@code pcre2_convert_context_8 *pcre2_convert_context_copy_8(pcre2_convert_context_8 *)}. */
  Pointer pcre2_convert_context_copy_8(@OrNull Pointer arg0);

  /** {@code pcre2_convert_context_8 *pcre2_convert_context_create_8(pcre2_general_context_8 *)}. */
  Pointer pcre2_convert_context_create_8(@OrNull Pointer arg0);

  /** {@code void pcre2_convert_context_free_8(pcre2_convert_context_8 *)}. */
  void pcre2_convert_context_free_8(@OrNull Pointer arg0);

  /** {@code int pcre2_set_glob_escape_8(pcre2_convert_context_8 *, uint32_t)}. */
  int pcre2_set_glob_escape_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_glob_separator_8(pcre2_convert_context_8 *, uint32_t)}. */
  int pcre2_set_glob_separator_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /**
   * {@code int pcre2_pattern_convert_8(PCRE2_SPTR8, size_t, uint32_t, PCRE2_UCHAR8 **, size_t *,
   * pcre2_convert_context_8 *)}.
   */
  int pcre2_pattern_convert_8(
      @OrNull @In byte[] arg0,
      @Unsigned int arg1,
      @Unsigned int arg2,
      @OrNull @InOut Pointer[] arg3,
      @OrNull @InOut int[] arg4,
      @OrNull Pointer arg5);

  /** {@code void pcre2_converted_pattern_free_8(PCRE2_UCHAR8 *)}. */
  void pcre2_converted_pattern_free_8(@OrNull @InOut byte[] arg0);

  /** {@code pcre2_match_context_8 *pcre2_match_context_copy_8(pcre2_match_context_8 *)}. */
  Pointer pcre2_match_context_copy_8(@OrNull Pointer arg0);

  /** {@code pcre2_match_context_8 *pcre2_match_context_create_8(pcre2_general_context_8 *)}. */
  Pointer pcre2_match_context_create_8(@OrNull Pointer arg0);

  /** {@code void pcre2_match_context_free_8(pcre2_match_context_8 *)}. */
  void pcre2_match_context_free_8(@OrNull Pointer arg0);

  /**
   * {@code int pcre2_set_callout_8(pcre2_match_context_8 *, int (*)(pcre2_callout_block_8 *, void
   * *), void *)}.
   */
  int pcre2_set_callout_8(
      @OrNull Pointer arg0, @OrNull Callback<Pcre2SetCallout8> arg1, @OrNull Pointer arg2);

  /**
   * {@code int pcre2_set_substitute_callout_8(pcre2_match_context_8 *, int
   * (*)(pcre2_substitute_callout_block_8 *, void *), void *)}.
   */
  int pcre2_set_substitute_callout_8(
      @OrNull Pointer arg0,
      @OrNull Callback<Pcre2SetSubstituteCallout8> arg1,
      @OrNull Pointer arg2);

  /** {@code int pcre2_set_depth_limit_8(pcre2_match_context_8 *, uint32_t)}. */
  int pcre2_set_depth_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_heap_limit_8(pcre2_match_context_8 *, uint32_t)}. */
  int pcre2_set_heap_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_match_limit_8(pcre2_match_context_8 *, uint32_t)}. */
  int pcre2_set_match_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_offset_limit_8(pcre2_match_context_8 *, size_t)}. */
  int pcre2_set_offset_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /** {@code int pcre2_set_recursion_limit_8(pcre2_match_context_8 *, uint32_t)}. */
  int pcre2_set_recursion_limit_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /**
   * {@code int pcre2_set_recursion_memory_management_8(pcre2_match_context_8 *, void *(*)(size_t,
   * void *), void (*)(void *, void *), void *)}.
   */
  int pcre2_set_recursion_memory_management_8(
      @OrNull Pointer arg0,
      @OrNull Callback<Pcre2SetRecursionMemoryManagement8> arg1,
      @OrNull Callback<Pcre2SetRecursionMemoryManagement8> arg2,
      @OrNull Pointer arg3);

  /**
   * {@code pcre2_code_8 *pcre2_compile_8(PCRE2_SPTR8, size_t, uint32_t, int *, size_t *,
   * pcre2_compile_context_8 *)}.
   */
  Pointer pcre2_compile_8(
      @OrNull @In byte[] arg0,
      @Unsigned int arg1,
      @Unsigned int arg2,
      @OrNull @InOut int[] arg3,
      @OrNull @InOut int[] arg4,
      @OrNull Pointer arg5);

  /** {@code void pcre2_code_free_8(pcre2_code_8 *)}. */
  void pcre2_code_free_8(@OrNull Pointer arg0);

  /** {@code pcre2_code_8 *pcre2_code_copy_8(const pcre2_code_8 *)}. */
  Pointer pcre2_code_copy_8(@OrNull Pointer arg0);

  /** {@code pcre2_code_8 *pcre2_code_copy_with_tables_8(const pcre2_code_8 *)}. */
  Pointer pcre2_code_copy_with_tables_8(@OrNull Pointer arg0);

  /** {@code int pcre2_pattern_info_8(const pcre2_code_8 *, uint32_t, void *)}. */
  int pcre2_pattern_info_8(@OrNull Pointer arg0, @Unsigned int arg1, @OrNull Pointer arg2);

  /**
   * {@code int pcre2_callout_enumerate_8(const pcre2_code_8 *, int
   * (*)(pcre2_callout_enumerate_block_8 *, void *), void *)}.
   */
  int pcre2_callout_enumerate_8(
      @OrNull Pointer arg0, @OrNull Callback<Pcre2CalloutEnumerate8> arg1, @OrNull Pointer arg2);

  /** {@code pcre2_match_data_8 *pcre2_match_data_create_8(uint32_t, pcre2_general_context_8 *)}. */
  Pointer pcre2_match_data_create_8(@Unsigned int arg0, @OrNull Pointer arg1);

  /**
   * {@code pcre2_match_data_8 *pcre2_match_data_create_from_pattern_8(const pcre2_code_8 *,
   * pcre2_general_context_8 *)}.
   */
  Pointer pcre2_match_data_create_from_pattern_8(@OrNull Pointer arg0, @OrNull Pointer arg1);

  /**
   * {@code int pcre2_dfa_match_8(const pcre2_code_8 *, PCRE2_SPTR8, size_t, size_t, uint32_t,
   * pcre2_match_data_8 *, pcre2_match_context_8 *, int *, size_t)}.
   */
  int pcre2_dfa_match_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @Unsigned int arg2,
      @Unsigned int arg3,
      @Unsigned int arg4,
      @OrNull Pointer arg5,
      @OrNull Pointer arg6,
      @OrNull @InOut int[] arg7,
      @Unsigned int arg8);

  /**
   * {@code int pcre2_match_8(const pcre2_code_8 *, PCRE2_SPTR8, size_t, size_t, uint32_t,
   * pcre2_match_data_8 *, pcre2_match_context_8 *)}.
   */
  int pcre2_match_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @Unsigned int arg2,
      @Unsigned int arg3,
      @Unsigned int arg4,
      @OrNull Pointer arg5,
      @OrNull Pointer arg6);

  /** {@code void pcre2_match_data_free_8(pcre2_match_data_8 *)}. */
  void pcre2_match_data_free_8(@OrNull Pointer arg0);

  /** {@code PCRE2_SPTR8 pcre2_get_mark_8(pcre2_match_data_8 *)}. */
  Pointer pcre2_get_mark_8(@OrNull Pointer arg0);

  /** {@code size_t pcre2_get_match_data_size_8(pcre2_match_data_8 *)}. */
  @Unsigned
  int pcre2_get_match_data_size_8(@OrNull Pointer arg0);

  /** {@code uint32_t pcre2_get_ovector_count_8(pcre2_match_data_8 *)}. */
  @Unsigned
  int pcre2_get_ovector_count_8(@OrNull Pointer arg0);

  /** {@code size_t *pcre2_get_ovector_pointer_8(pcre2_match_data_8 *)}. */
  Pointer pcre2_get_ovector_pointer_8(@OrNull Pointer arg0);

  /** {@code size_t pcre2_get_startchar_8(pcre2_match_data_8 *)}. */
  @Unsigned
  int pcre2_get_startchar_8(@OrNull Pointer arg0);

  /**
   * {@code int pcre2_substring_copy_byname_8(pcre2_match_data_8 *, PCRE2_SPTR8, PCRE2_UCHAR8 *,
   * size_t *)}.
   */
  int pcre2_substring_copy_byname_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @OrNull @InOut byte[] arg2,
      @OrNull @InOut int[] arg3);

  /**
   * {@code int pcre2_substring_copy_bynumber_8(pcre2_match_data_8 *, uint32_t, PCRE2_UCHAR8 *,
   * size_t *)}.
   */
  int pcre2_substring_copy_bynumber_8(
      @OrNull Pointer arg0,
      @Unsigned int arg1,
      @OrNull @InOut byte[] arg2,
      @OrNull @InOut int[] arg3);

  /** {@code void pcre2_substring_free_8(PCRE2_UCHAR8 *)}. */
  void pcre2_substring_free_8(@OrNull @InOut byte[] arg0);

  /**
   * {@code int pcre2_substring_get_byname_8(pcre2_match_data_8 *, PCRE2_SPTR8, PCRE2_UCHAR8 **,
   * size_t *)}.
   */
  int pcre2_substring_get_byname_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @OrNull @InOut Pointer[] arg2,
      @OrNull @InOut int[] arg3);

  /**
   * {@code int pcre2_substring_get_bynumber_8(pcre2_match_data_8 *, uint32_t, PCRE2_UCHAR8 **,
   * size_t *)}.
   */
  int pcre2_substring_get_bynumber_8(
      @OrNull Pointer arg0,
      @Unsigned int arg1,
      @OrNull @InOut Pointer[] arg2,
      @OrNull @InOut int[] arg3);

  /** {@code int pcre2_substring_length_byname_8(pcre2_match_data_8 *, PCRE2_SPTR8, size_t *)}. */
  int pcre2_substring_length_byname_8(
      @OrNull Pointer arg0, @OrNull @In byte[] arg1, @OrNull @InOut int[] arg2);

  /** {@code int pcre2_substring_length_bynumber_8(pcre2_match_data_8 *, uint32_t, size_t *)}. */
  int pcre2_substring_length_bynumber_8(
      @OrNull Pointer arg0, @Unsigned int arg1, @OrNull @InOut int[] arg2);

  /**
   * {@code int pcre2_substring_nametable_scan_8(const pcre2_code_8 *, PCRE2_SPTR8, PCRE2_SPTR8 *,
   * PCRE2_SPTR8 *)}.
   */
  int pcre2_substring_nametable_scan_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @OrNull @InOut Pointer[] arg2,
      @OrNull @InOut Pointer[] arg3);

  /** {@code int pcre2_substring_number_from_name_8(const pcre2_code_8 *, PCRE2_SPTR8)}. */
  int pcre2_substring_number_from_name_8(@OrNull Pointer arg0, @OrNull @In byte[] arg1);

  /** {@code void pcre2_substring_list_free_8(PCRE2_SPTR8 *)}. */
  void pcre2_substring_list_free_8(@OrNull @InOut Pointer[] arg0);

  /** {@code int pcre2_substring_list_get_8(pcre2_match_data_8 *, PCRE2_UCHAR8 ***, size_t **)}. */
  int pcre2_substring_list_get_8(
      @OrNull Pointer arg0, @OrNull @InOut Pointer[] arg1, @OrNull @InOut Pointer[] arg2);

  /**
   * {@code int32_t pcre2_serialize_encode_8(const pcre2_code_8 **, int32_t, uint8_t **, size_t *,
   * pcre2_general_context_8 *)}.
   */
  int pcre2_serialize_encode_8(
      @OrNull @InOut Pointer[] arg0,
      int arg1,
      @OrNull @InOut Pointer[] arg2,
      @OrNull @InOut int[] arg3,
      @OrNull Pointer arg4);

  /**
   * {@code int32_t pcre2_serialize_decode_8(pcre2_code_8 **, int32_t, const uint8_t *,
   * pcre2_general_context_8 *)}.
   */
  int pcre2_serialize_decode_8(
      @OrNull @InOut Pointer[] arg0, int arg1, @OrNull @In byte[] arg2, @OrNull Pointer arg3);

  /** {@code int32_t pcre2_serialize_get_number_of_codes_8(const uint8_t *)}. */
  int pcre2_serialize_get_number_of_codes_8(@OrNull @In byte[] arg0);

  /** {@code void pcre2_serialize_free_8(uint8_t *)}. */
  void pcre2_serialize_free_8(@OrNull @InOut byte[] arg0);

  /**
   * {@code int pcre2_substitute_8(const pcre2_code_8 *, PCRE2_SPTR8, size_t, size_t, uint32_t,
   * pcre2_match_data_8 *, pcre2_match_context_8 *, PCRE2_SPTR8, size_t, PCRE2_UCHAR8 *, size_t *)}.
   */
  int pcre2_substitute_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @Unsigned int arg2,
      @Unsigned int arg3,
      @Unsigned int arg4,
      @OrNull Pointer arg5,
      @OrNull Pointer arg6,
      @OrNull @In byte[] arg7,
      @Unsigned int arg8,
      @OrNull @InOut byte[] arg9,
      @OrNull @InOut int[] arg10);

  /** {@code int pcre2_jit_compile_8(pcre2_code_8 *, uint32_t)}. */
  int pcre2_jit_compile_8(@OrNull Pointer arg0, @Unsigned int arg1);

  /**
   * {@code int pcre2_jit_match_8(const pcre2_code_8 *, PCRE2_SPTR8, size_t, size_t, uint32_t,
   * pcre2_match_data_8 *, pcre2_match_context_8 *)}.
   */
  int pcre2_jit_match_8(
      @OrNull Pointer arg0,
      @OrNull @In byte[] arg1,
      @Unsigned int arg2,
      @Unsigned int arg3,
      @Unsigned int arg4,
      @OrNull Pointer arg5,
      @OrNull Pointer arg6);

  /** {@code void pcre2_jit_free_unused_memory_8(pcre2_general_context_8 *)}. */
  void pcre2_jit_free_unused_memory_8(@OrNull Pointer arg0);

  /**
   * {@code pcre2_jit_stack_8 *pcre2_jit_stack_create_8(size_t, size_t, pcre2_general_context_8 *)}.
   */
  Pointer pcre2_jit_stack_create_8(@Unsigned int arg0, @Unsigned int arg1, @OrNull Pointer arg2);

  /**
   * {@code void pcre2_jit_stack_assign_8(pcre2_match_context_8 *, pcre2_jit_callback_8, void *)}.
   */
  void pcre2_jit_stack_assign_8(
      @OrNull Pointer arg0, @OrNull Callback<Pcre2JitCallback8> arg1, @OrNull Pointer arg2);

  /** {@code void pcre2_jit_stack_free_8(pcre2_jit_stack_8 *)}. */
  void pcre2_jit_stack_free_8(@OrNull Pointer arg0);

  /** {@code int pcre2_get_error_message_8(int, PCRE2_UCHAR8 *, size_t)}. */
  int pcre2_get_error_message_8(int arg0, @OrNull @InOut byte[] arg1, @Unsigned int arg2);

  /** {@code const uint8_t *pcre2_maketables_8(pcre2_general_context_8 *)}. */
  Pointer pcre2_maketables_8(@OrNull Pointer arg0);

  /** {@code void pcre2_maketables_free_8(pcre2_general_context_8 *, const uint8_t *)}. */
  void pcre2_maketables_free_8(@OrNull Pointer arg0, @OrNull @In byte[] arg1);

  /** The program that the library runs in: its memory, its function pointers. */
  Binding binding();

  @Override
  void close();

  // Left out:
  //   pcre2_config_16: libpcre2-8.so does not export it
  //   pcre2_general_context_copy_16: libpcre2-8.so does not export it
  //   pcre2_general_context_create_16: libpcre2-8.so does not export it
  //   pcre2_general_context_free_16: libpcre2-8.so does not export it
  //   pcre2_compile_context_copy_16: libpcre2-8.so does not export it
  //   pcre2_compile_context_create_16: libpcre2-8.so does not export it
  //   pcre2_compile_context_free_16: libpcre2-8.so does not export it
  //   pcre2_set_bsr_16: libpcre2-8.so does not export it
  //   pcre2_set_character_tables_16: libpcre2-8.so does not export it
  //   pcre2_set_compile_extra_options_16: libpcre2-8.so does not export it
  //   pcre2_set_max_pattern_length_16: libpcre2-8.so does not export it
  //   pcre2_set_newline_16: libpcre2-8.so does not export it
  //   pcre2_set_parens_nest_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_compile_recursion_guard_16: libpcre2-8.so does not export it
  //   pcre2_convert_context_copy_16: libpcre2-8.so does not export it
  //   pcre2_convert_context_create_16: libpcre2-8.so does not export it
  //   pcre2_convert_context_free_16: libpcre2-8.so does not export it
  //   pcre2_set_glob_escape_16: libpcre2-8.so does not export it
  //   pcre2_set_glob_separator_16: libpcre2-8.so does not export it
  //   pcre2_pattern_convert_16: libpcre2-8.so does not export it
  //   pcre2_converted_pattern_free_16: libpcre2-8.so does not export it
  //   pcre2_match_context_copy_16: libpcre2-8.so does not export it
  //   pcre2_match_context_create_16: libpcre2-8.so does not export it
  //   pcre2_match_context_free_16: libpcre2-8.so does not export it
  //   pcre2_set_callout_16: libpcre2-8.so does not export it
  //   pcre2_set_substitute_callout_16: libpcre2-8.so does not export it
  //   pcre2_set_depth_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_heap_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_match_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_offset_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_recursion_limit_16: libpcre2-8.so does not export it
  //   pcre2_set_recursion_memory_management_16: libpcre2-8.so does not export it
  //   pcre2_compile_16: libpcre2-8.so does not export it
  //   pcre2_code_free_16: libpcre2-8.so does not export it
  //   pcre2_code_copy_16: libpcre2-8.so does not export it
  //   pcre2_code_copy_with_tables_16: libpcre2-8.so does not export it
  //   pcre2_pattern_info_16: libpcre2-8.so does not export it
  //   pcre2_callout_enumerate_16: libpcre2-8.so does not export it
  //   pcre2_match_data_create_16: libpcre2-8.so does not export it
  //   pcre2_match_data_create_from_pattern_16: libpcre2-8.so does not export it
  //   pcre2_dfa_match_16: libpcre2-8.so does not export it
  //   pcre2_match_16: libpcre2-8.so does not export it
  //   pcre2_match_data_free_16: libpcre2-8.so does not export it
  //   pcre2_get_mark_16: libpcre2-8.so does not export it
  //   pcre2_get_match_data_size_16: libpcre2-8.so does not export it
  //   pcre2_get_ovector_count_16: libpcre2-8.so does not export it
  //   pcre2_get_ovector_pointer_16: libpcre2-8.so does not export it
  //   pcre2_get_startchar_16: libpcre2-8.so does not export it
  //   pcre2_substring_copy_byname_16: libpcre2-8.so does not export it
  //   pcre2_substring_copy_bynumber_16: libpcre2-8.so does not export it
  //   pcre2_substring_free_16: libpcre2-8.so does not export it
  //   pcre2_substring_get_byname_16: libpcre2-8.so does not export it
  //   pcre2_substring_get_bynumber_16: libpcre2-8.so does not export it
  //   pcre2_substring_length_byname_16: libpcre2-8.so does not export it
  //   pcre2_substring_length_bynumber_16: libpcre2-8.so does not export it
  //   pcre2_substring_nametable_scan_16: libpcre2-8.so does not export it
  //   pcre2_substring_number_from_name_16: libpcre2-8.so does not export it
  //   pcre2_substring_list_free_16: libpcre2-8.so does not export it
  //   pcre2_substring_list_get_16: libpcre2-8.so does not export it
  //   pcre2_serialize_encode_16: libpcre2-8.so does not export it
  //   pcre2_serialize_decode_16: libpcre2-8.so does not export it
  //   pcre2_serialize_get_number_of_codes_16: libpcre2-8.so does not export it
  //   pcre2_serialize_free_16: libpcre2-8.so does not export it
  //   pcre2_substitute_16: libpcre2-8.so does not export it
  //   pcre2_jit_compile_16: libpcre2-8.so does not export it
  //   pcre2_jit_match_16: libpcre2-8.so does not export it
  //   pcre2_jit_free_unused_memory_16: libpcre2-8.so does not export it
  //   pcre2_jit_stack_create_16: libpcre2-8.so does not export it
  //   pcre2_jit_stack_assign_16: libpcre2-8.so does not export it
  //   pcre2_jit_stack_free_16: libpcre2-8.so does not export it
  //   pcre2_get_error_message_16: libpcre2-8.so does not export it
  //   pcre2_maketables_16: libpcre2-8.so does not export it
  //   pcre2_maketables_free_16: libpcre2-8.so does not export it
  //   pcre2_config_32: libpcre2-8.so does not export it
  //   pcre2_general_context_copy_32: libpcre2-8.so does not export it
  //   pcre2_general_context_create_32: libpcre2-8.so does not export it
  //   pcre2_general_context_free_32: libpcre2-8.so does not export it
  //   pcre2_compile_context_copy_32: libpcre2-8.so does not export it
  //   pcre2_compile_context_create_32: libpcre2-8.so does not export it
  //   pcre2_compile_context_free_32: libpcre2-8.so does not export it
  //   pcre2_set_bsr_32: libpcre2-8.so does not export it
  //   pcre2_set_character_tables_32: libpcre2-8.so does not export it
  //   pcre2_set_compile_extra_options_32: libpcre2-8.so does not export it
  //   pcre2_set_max_pattern_length_32: libpcre2-8.so does not export it
  //   pcre2_set_newline_32: libpcre2-8.so does not export it
  //   pcre2_set_parens_nest_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_compile_recursion_guard_32: libpcre2-8.so does not export it
  //   pcre2_convert_context_copy_32: libpcre2-8.so does not export it
  //   pcre2_convert_context_create_32: libpcre2-8.so does not export it
  //   pcre2_convert_context_free_32: libpcre2-8.so does not export it
  //   pcre2_set_glob_escape_32: libpcre2-8.so does not export it
  //   pcre2_set_glob_separator_32: libpcre2-8.so does not export it
  //   pcre2_pattern_convert_32: libpcre2-8.so does not export it
  //   pcre2_converted_pattern_free_32: libpcre2-8.so does not export it
  //   pcre2_match_context_copy_32: libpcre2-8.so does not export it
  //   pcre2_match_context_create_32: libpcre2-8.so does not export it
  //   pcre2_match_context_free_32: libpcre2-8.so does not export it
  //   pcre2_set_callout_32: libpcre2-8.so does not export it
  //   pcre2_set_substitute_callout_32: libpcre2-8.so does not export it
  //   pcre2_set_depth_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_heap_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_match_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_offset_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_recursion_limit_32: libpcre2-8.so does not export it
  //   pcre2_set_recursion_memory_management_32: libpcre2-8.so does not export it
  //   pcre2_compile_32: libpcre2-8.so does not export it
  //   pcre2_code_free_32: libpcre2-8.so does not export it
  //   pcre2_code_copy_32: libpcre2-8.so does not export it
  //   pcre2_code_copy_with_tables_32: libpcre2-8.so does not export it
  //   pcre2_pattern_info_32: libpcre2-8.so does not export it
  //   pcre2_callout_enumerate_32: libpcre2-8.so does not export it
  //   pcre2_match_data_create_32: libpcre2-8.so does not export it
  //   pcre2_match_data_create_from_pattern_32: libpcre2-8.so does not export it
  //   pcre2_dfa_match_32: libpcre2-8.so does not export it
  //   pcre2_match_32: libpcre2-8.so does not export it
  //   pcre2_match_data_free_32: libpcre2-8.so does not export it
  //   pcre2_get_mark_32: libpcre2-8.so does not export it
  //   pcre2_get_match_data_size_32: libpcre2-8.so does not export it
  //   pcre2_get_ovector_count_32: libpcre2-8.so does not export it
  //   pcre2_get_ovector_pointer_32: libpcre2-8.so does not export it
  //   pcre2_get_startchar_32: libpcre2-8.so does not export it
  //   pcre2_substring_copy_byname_32: libpcre2-8.so does not export it
  //   pcre2_substring_copy_bynumber_32: libpcre2-8.so does not export it
  //   pcre2_substring_free_32: libpcre2-8.so does not export it
  //   pcre2_substring_get_byname_32: libpcre2-8.so does not export it
  //   pcre2_substring_get_bynumber_32: libpcre2-8.so does not export it
  //   pcre2_substring_length_byname_32: libpcre2-8.so does not export it
  //   pcre2_substring_length_bynumber_32: libpcre2-8.so does not export it
  //   pcre2_substring_nametable_scan_32: libpcre2-8.so does not export it
  //   pcre2_substring_number_from_name_32: libpcre2-8.so does not export it
  //   pcre2_substring_list_free_32: libpcre2-8.so does not export it
  //   pcre2_substring_list_get_32: libpcre2-8.so does not export it
  //   pcre2_serialize_encode_32: libpcre2-8.so does not export it
  //   pcre2_serialize_decode_32: libpcre2-8.so does not export it
  //   pcre2_serialize_get_number_of_codes_32: libpcre2-8.so does not export it
  //   pcre2_serialize_free_32: libpcre2-8.so does not export it
  //   pcre2_substitute_32: libpcre2-8.so does not export it
  //   pcre2_jit_compile_32: libpcre2-8.so does not export it
  //   pcre2_jit_match_32: libpcre2-8.so does not export it
  //   pcre2_jit_free_unused_memory_32: libpcre2-8.so does not export it
  //   pcre2_jit_stack_create_32: libpcre2-8.so does not export it
  //   pcre2_jit_stack_assign_32: libpcre2-8.so does not export it
  //   pcre2_jit_stack_free_32: libpcre2-8.so does not export it
  //   pcre2_get_error_message_32: libpcre2-8.so does not export it
  //   pcre2_maketables_32: libpcre2-8.so does not export it
  //   pcre2_maketables_free_32: libpcre2-8.so does not export it
  //   PCRE2_EXP_DECL: a macro that is no constant
  //   PCRE2_SIZE: a macro that is no constant
  //   PCRE2_ZERO_TERMINATED: a macro that is no constant
  //   PCRE2_UNSET: a macro that is no constant
  //   PCRE2_CONVERT_FUNCTIONS: a macro that is no constant
  //   PCRE2_UCHAR: a macro that is no constant
  //   PCRE2_SPTR: a macro that is no constant
  //   pcre2_code: a macro that is no constant
  //   pcre2_jit_callback: a macro that is no constant
  //   pcre2_jit_stack: a macro that is no constant
  //   pcre2_real_code: a macro that is no constant
  //   pcre2_real_general_context: a macro that is no constant
  //   pcre2_real_compile_context: a macro that is no constant
  //   pcre2_real_convert_context: a macro that is no constant
  //   pcre2_real_match_context: a macro that is no constant
  //   pcre2_real_jit_stack: a macro that is no constant
  //   pcre2_real_match_data: a macro that is no constant
  //   pcre2_callout_block: a macro that is no constant
  //   pcre2_callout_enumerate_block: a macro that is no constant
  //   pcre2_substitute_callout_block: a macro that is no constant
  //   pcre2_general_context: a macro that is no constant
  //   pcre2_compile_context: a macro that is no constant
  //   pcre2_convert_context: a macro that is no constant
  //   pcre2_match_context: a macro that is no constant
  //   pcre2_match_data: a macro that is no constant
  //   pcre2_callout_enumerate: a macro that is no constant
  //   pcre2_code_copy: a macro that is no constant
  //   pcre2_code_copy_with_tables: a macro that is no constant
  //   pcre2_code_free: a macro that is no constant
  //   pcre2_compile: a macro that is no constant
  //   pcre2_compile_context_copy: a macro that is no constant
  //   pcre2_compile_context_create: a macro that is no constant
  //   pcre2_compile_context_free: a macro that is no constant
  //   pcre2_config: a macro that is no constant
  //   pcre2_convert_context_copy: a macro that is no constant
  //   pcre2_convert_context_create: a macro that is no constant
  //   pcre2_convert_context_free: a macro that is no constant
  //   pcre2_converted_pattern_free: a macro that is no constant
  //   pcre2_dfa_match: a macro that is no constant
  //   pcre2_general_context_copy: a macro that is no constant
  //   pcre2_general_context_create: a macro that is no constant
  //   pcre2_general_context_free: a macro that is no constant
  //   pcre2_get_error_message: a macro that is no constant
  //   pcre2_get_mark: a macro that is no constant
  //   pcre2_get_match_data_size: a macro that is no constant
  //   pcre2_get_ovector_pointer: a macro that is no constant
  //   pcre2_get_ovector_count: a macro that is no constant
  //   pcre2_get_startchar: a macro that is no constant
  //   pcre2_jit_compile: a macro that is no constant
  //   pcre2_jit_match: a macro that is no constant
  //   pcre2_jit_free_unused_memory: a macro that is no constant
  //   pcre2_jit_stack_assign: a macro that is no constant
  //   pcre2_jit_stack_create: a macro that is no constant
  //   pcre2_jit_stack_free: a macro that is no constant
  //   pcre2_maketables: a macro that is no constant
  //   pcre2_maketables_free: a macro that is no constant
  //   pcre2_match: a macro that is no constant
  //   pcre2_match_context_copy: a macro that is no constant
  //   pcre2_match_context_create: a macro that is no constant
  //   pcre2_match_context_free: a macro that is no constant
  //   pcre2_match_data_create: a macro that is no constant
  //   pcre2_match_data_create_from_pattern: a macro that is no constant
  //   pcre2_match_data_free: a macro that is no constant
  //   pcre2_pattern_convert: a macro that is no constant
  //   pcre2_pattern_info: a macro that is no constant
  //   pcre2_serialize_decode: a macro that is no constant
  //   pcre2_serialize_encode: a macro that is no constant
  //   pcre2_serialize_free: a macro that is no constant
  //   pcre2_serialize_get_number_of_codes: a macro that is no constant
  //   pcre2_set_bsr: a macro that is no constant
  //   pcre2_set_callout: a macro that is no constant
  //   pcre2_set_character_tables: a macro that is no constant
  //   pcre2_set_compile_extra_options: a macro that is no constant
  //   pcre2_set_compile_recursion_guard: a macro that is no constant
  //   pcre2_set_depth_limit: a macro that is no constant
  //   pcre2_set_glob_escape: a macro that is no constant
  //   pcre2_set_glob_separator: a macro that is no constant
  //   pcre2_set_heap_limit: a macro that is no constant
  //   pcre2_set_match_limit: a macro that is no constant
  //   pcre2_set_max_pattern_length: a macro that is no constant
  //   pcre2_set_newline: a macro that is no constant
  //   pcre2_set_parens_nest_limit: a macro that is no constant
  //   pcre2_set_offset_limit: a macro that is no constant
  //   pcre2_set_substitute_callout: a macro that is no constant
  //   pcre2_substitute: a macro that is no constant
  //   pcre2_substring_copy_byname: a macro that is no constant
  //   pcre2_substring_copy_bynumber: a macro that is no constant
  //   pcre2_substring_free: a macro that is no constant
  //   pcre2_substring_get_byname: a macro that is no constant
  //   pcre2_substring_get_bynumber: a macro that is no constant
  //   pcre2_substring_length_byname: a macro that is no constant
  //   pcre2_substring_length_bynumber: a macro that is no constant
  //   pcre2_substring_list_get: a macro that is no constant
  //   pcre2_substring_list_free: a macro that is no constant
  //   pcre2_substring_nametable_scan: a macro that is no constant
  //   pcre2_substring_number_from_name: a macro that is no constant
  //   pcre2_set_recursion_limit: a macro that is no constant
  //   pcre2_set_recursion_memory_management: a macro that is no constant
}

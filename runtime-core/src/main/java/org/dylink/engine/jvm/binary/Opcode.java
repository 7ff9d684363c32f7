package org.dylink.engine.jvm.binary;

import org.objectweb.asm.Opcodes;

/**
 * Every instruction that this engine knows: its code, its name in the text format, its operands and
 * results (i for i32, l for i64, f for f32, d for f64; none where they depend on the module), what
 * follows it in the binary, and what it becomes: one instruction of the JVM, or a call of the
 * method of that name (i32.div_s is i32DivS) in a class of {@code engine.jvm.run}.
 */
public enum Opcode {
  // Control (WebAssembly Core, Binary Format, Control Instructions)
  UNREACHABLE(0x00, "unreachable", Immediate.NONE),
  NOP(0x01, "nop", Immediate.NONE),
  BLOCK(0x02, "block", Immediate.BLOCK_TYPE),
  LOOP(0x03, "loop", Immediate.BLOCK_TYPE),
  IF(0x04, "if", Immediate.BLOCK_TYPE),
  ELSE(0x05, "else", Immediate.NONE),
  TRY(0x06, "try", Immediate.BLOCK_TYPE),
  CATCH(0x07, "catch", Immediate.TAG),
  THROW(0x08, "throw", Immediate.TAG),
  RETHROW(0x09, "rethrow", Immediate.LABEL),
  THROW_REF(0x0a, "throw_ref", Immediate.NONE),
  END(0x0b, "end", Immediate.NONE),
  BR(0x0c, "br", Immediate.LABEL),
  BR_IF(0x0d, "br_if", Immediate.LABEL),
  BR_TABLE(0x0e, "br_table", Immediate.LABELS),
  RETURN(0x0f, "return", Immediate.NONE),
  CALL(0x10, "call", Immediate.FUNCTION),
  CALL_INDIRECT(0x11, "call_indirect", Immediate.TYPE_AND_TABLE),
  RETURN_CALL(0x12, "return_call", Immediate.FUNCTION),
  RETURN_CALL_INDIRECT(0x13, "return_call_indirect", Immediate.TYPE_AND_TABLE),
  DELEGATE(0x18, "delegate", Immediate.LABEL),
  CATCH_ALL(0x19, "catch_all", Immediate.NONE),
  DROP(0x1a, "drop", Immediate.NONE),
  SELECT(0x1b, "select", Immediate.NONE),
  SELECT_TYPED(0x1c, "select", Immediate.TYPES),
  TRY_TABLE(0x1f, "try_table", Immediate.CATCHES),
  // Variables and tables
  LOCAL_GET(0x20, "local.get", Immediate.LOCAL),
  LOCAL_SET(0x21, "local.set", Immediate.LOCAL),
  LOCAL_TEE(0x22, "local.tee", Immediate.LOCAL),
  GLOBAL_GET(0x23, "global.get", Immediate.GLOBAL),
  GLOBAL_SET(0x24, "global.set", Immediate.GLOBAL),
  TABLE_GET(0x25, "table.get", Immediate.TABLE),
  TABLE_SET(0x26, "table.set", Immediate.TABLE),
  // Memory: address, then the value to be stored
  I32_LOAD(0x28, "i32.load", "i:i", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD(0x29, "i64.load", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  F32_LOAD(0x2a, "f32.load", "i:f", Home.LOADS, Immediate.MEMORY_ACCESS),
  F64_LOAD(0x2b, "f64.load", "i:d", Home.LOADS, Immediate.MEMORY_ACCESS),
  I32_LOAD8_S(0x2c, "i32.load8_s", "i:i", Home.LOADS, Immediate.MEMORY_ACCESS),
  I32_LOAD8_U(0x2d, "i32.load8_u", "i:i", Home.LOADS, Immediate.MEMORY_ACCESS),
  I32_LOAD16_S(0x2e, "i32.load16_s", "i:i", Home.LOADS, Immediate.MEMORY_ACCESS),
  I32_LOAD16_U(0x2f, "i32.load16_u", "i:i", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD8_S(0x30, "i64.load8_s", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD8_U(0x31, "i64.load8_u", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD16_S(0x32, "i64.load16_s", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD16_U(0x33, "i64.load16_u", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD32_S(0x34, "i64.load32_s", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I64_LOAD32_U(0x35, "i64.load32_u", "i:l", Home.LOADS, Immediate.MEMORY_ACCESS),
  I32_STORE(0x36, "i32.store", "ii:", Home.STORES, Immediate.MEMORY_ACCESS),
  I64_STORE(0x37, "i64.store", "il:", Home.STORES, Immediate.MEMORY_ACCESS),
  F32_STORE(0x38, "f32.store", "if:", Home.STORES, Immediate.MEMORY_ACCESS),
  F64_STORE(0x39, "f64.store", "id:", Home.STORES, Immediate.MEMORY_ACCESS),
  I32_STORE8(0x3a, "i32.store8", "ii:", Home.STORES, Immediate.MEMORY_ACCESS),
  I32_STORE16(0x3b, "i32.store16", "ii:", Home.STORES, Immediate.MEMORY_ACCESS),
  I64_STORE8(0x3c, "i64.store8", "il:", Home.STORES, Immediate.MEMORY_ACCESS),
  I64_STORE16(0x3d, "i64.store16", "il:", Home.STORES, Immediate.MEMORY_ACCESS),
  I64_STORE32(0x3e, "i64.store32", "il:", Home.STORES, Immediate.MEMORY_ACCESS),
  MEMORY_SIZE(0x3f, "memory.size", ":i", Home.MEMORY, Immediate.MEMORY),
  MEMORY_GROW(0x40, "memory.grow", "i:i", Home.MEMORY, Immediate.MEMORY),
  // Constants
  I32_CONST(0x41, "i32.const", Immediate.I32),
  I64_CONST(0x42, "i64.const", Immediate.I64),
  F32_CONST(0x43, "f32.const", Immediate.F32),
  F64_CONST(0x44, "f64.const", Immediate.F64),
  // Comparisons
  I32_EQZ(0x45, "i32.eqz", "i:i", Home.COMPARISON),
  I32_EQ(0x46, "i32.eq", "ii:i", Home.COMPARISON),
  I32_NE(0x47, "i32.ne", "ii:i", Home.COMPARISON),
  I32_LT_S(0x48, "i32.lt_s", "ii:i", Home.COMPARISON),
  I32_LT_U(0x49, "i32.lt_u", "ii:i", Home.COMPARISON),
  I32_GT_S(0x4a, "i32.gt_s", "ii:i", Home.COMPARISON),
  I32_GT_U(0x4b, "i32.gt_u", "ii:i", Home.COMPARISON),
  I32_LE_S(0x4c, "i32.le_s", "ii:i", Home.COMPARISON),
  I32_LE_U(0x4d, "i32.le_u", "ii:i", Home.COMPARISON),
  I32_GE_S(0x4e, "i32.ge_s", "ii:i", Home.COMPARISON),
  I32_GE_U(0x4f, "i32.ge_u", "ii:i", Home.COMPARISON),
  I64_EQZ(0x50, "i64.eqz", "l:i", Home.COMPARISON),
  I64_EQ(0x51, "i64.eq", "ll:i", Home.COMPARISON),
  I64_NE(0x52, "i64.ne", "ll:i", Home.COMPARISON),
  I64_LT_S(0x53, "i64.lt_s", "ll:i", Home.COMPARISON),
  I64_LT_U(0x54, "i64.lt_u", "ll:i", Home.COMPARISON),
  I64_GT_S(0x55, "i64.gt_s", "ll:i", Home.COMPARISON),
  I64_GT_U(0x56, "i64.gt_u", "ll:i", Home.COMPARISON),
  I64_LE_S(0x57, "i64.le_s", "ll:i", Home.COMPARISON),
  I64_LE_U(0x58, "i64.le_u", "ll:i", Home.COMPARISON),
  I64_GE_S(0x59, "i64.ge_s", "ll:i", Home.COMPARISON),
  I64_GE_U(0x5a, "i64.ge_u", "ll:i", Home.COMPARISON),
  F32_EQ(0x5b, "f32.eq", "ff:i", Home.COMPARISON),
  F32_NE(0x5c, "f32.ne", "ff:i", Home.COMPARISON),
  F32_LT(0x5d, "f32.lt", "ff:i", Home.COMPARISON),
  F32_GT(0x5e, "f32.gt", "ff:i", Home.COMPARISON),
  F32_LE(0x5f, "f32.le", "ff:i", Home.COMPARISON),
  F32_GE(0x60, "f32.ge", "ff:i", Home.COMPARISON),
  F64_EQ(0x61, "f64.eq", "dd:i", Home.COMPARISON),
  F64_NE(0x62, "f64.ne", "dd:i", Home.COMPARISON),
  F64_LT(0x63, "f64.lt", "dd:i", Home.COMPARISON),
  F64_GT(0x64, "f64.gt", "dd:i", Home.COMPARISON),
  F64_LE(0x65, "f64.le", "dd:i", Home.COMPARISON),
  F64_GE(0x66, "f64.ge", "dd:i", Home.COMPARISON),
  // Integers
  I32_CLZ(0x67, "i32.clz", "i:i", Home.INTEGERS),
  I32_CTZ(0x68, "i32.ctz", "i:i", Home.INTEGERS),
  I32_POPCNT(0x69, "i32.popcnt", "i:i", Home.INTEGERS),
  I32_ADD(0x6a, "i32.add", "ii:i", Opcodes.IADD),
  I32_SUB(0x6b, "i32.sub", "ii:i", Opcodes.ISUB),
  I32_MUL(0x6c, "i32.mul", "ii:i", Opcodes.IMUL),
  I32_DIV_S(0x6d, "i32.div_s", "ii:i", Home.INTEGERS),
  I32_DIV_U(0x6e, "i32.div_u", "ii:i", Home.INTEGERS),
  I32_REM_S(0x6f, "i32.rem_s", "ii:i", Home.INTEGERS),
  I32_REM_U(0x70, "i32.rem_u", "ii:i", Home.INTEGERS),
  I32_AND(0x71, "i32.and", "ii:i", Opcodes.IAND),
  I32_OR(0x72, "i32.or", "ii:i", Opcodes.IOR),
  I32_XOR(0x73, "i32.xor", "ii:i", Opcodes.IXOR),
  I32_SHL(0x74, "i32.shl", "ii:i", Opcodes.ISHL),
  I32_SHR_S(0x75, "i32.shr_s", "ii:i", Opcodes.ISHR),
  I32_SHR_U(0x76, "i32.shr_u", "ii:i", Opcodes.IUSHR),
  I32_ROTL(0x77, "i32.rotl", "ii:i", Home.INTEGERS),
  I32_ROTR(0x78, "i32.rotr", "ii:i", Home.INTEGERS),
  I64_CLZ(0x79, "i64.clz", "l:l", Home.INTEGERS),
  I64_CTZ(0x7a, "i64.ctz", "l:l", Home.INTEGERS),
  I64_POPCNT(0x7b, "i64.popcnt", "l:l", Home.INTEGERS),
  I64_ADD(0x7c, "i64.add", "ll:l", Opcodes.LADD),
  I64_SUB(0x7d, "i64.sub", "ll:l", Opcodes.LSUB),
  I64_MUL(0x7e, "i64.mul", "ll:l", Opcodes.LMUL),
  I64_DIV_S(0x7f, "i64.div_s", "ll:l", Home.INTEGERS),
  I64_DIV_U(0x80, "i64.div_u", "ll:l", Home.INTEGERS),
  I64_REM_S(0x81, "i64.rem_s", "ll:l", Home.INTEGERS),
  I64_REM_U(0x82, "i64.rem_u", "ll:l", Home.INTEGERS),
  I64_AND(0x83, "i64.and", "ll:l", Opcodes.LAND),
  I64_OR(0x84, "i64.or", "ll:l", Opcodes.LOR),
  I64_XOR(0x85, "i64.xor", "ll:l", Opcodes.LXOR),
  I64_SHL(0x86, "i64.shl", "ll:l", Home.INTEGERS),
  I64_SHR_S(0x87, "i64.shr_s", "ll:l", Home.INTEGERS),
  I64_SHR_U(0x88, "i64.shr_u", "ll:l", Home.INTEGERS),
  I64_ROTL(0x89, "i64.rotl", "ll:l", Home.INTEGERS),
  I64_ROTR(0x8a, "i64.rotr", "ll:l", Home.INTEGERS),
  // Floating-point numbers
  F32_ABS(0x8b, "f32.abs", "f:f", Home.FLOATS),
  F32_NEG(0x8c, "f32.neg", "f:f", Home.FLOATS),
  F32_CEIL(0x8d, "f32.ceil", "f:f", Home.FLOATS),
  F32_FLOOR(0x8e, "f32.floor", "f:f", Home.FLOATS),
  F32_TRUNC(0x8f, "f32.trunc", "f:f", Home.FLOATS),
  F32_NEAREST(0x90, "f32.nearest", "f:f", Home.FLOATS),
  F32_SQRT(0x91, "f32.sqrt", "f:f", Home.FLOATS),
  F32_ADD(0x92, "f32.add", "ff:f", Opcodes.FADD),
  F32_SUB(0x93, "f32.sub", "ff:f", Opcodes.FSUB),
  F32_MUL(0x94, "f32.mul", "ff:f", Opcodes.FMUL),
  F32_DIV(0x95, "f32.div", "ff:f", Opcodes.FDIV),
  F32_MIN(0x96, "f32.min", "ff:f", Home.FLOATS),
  F32_MAX(0x97, "f32.max", "ff:f", Home.FLOATS),
  F32_COPYSIGN(0x98, "f32.copysign", "ff:f", Home.FLOATS),
  F64_ABS(0x99, "f64.abs", "d:d", Home.FLOATS),
  F64_NEG(0x9a, "f64.neg", "d:d", Home.FLOATS),
  F64_CEIL(0x9b, "f64.ceil", "d:d", Home.FLOATS),
  F64_FLOOR(0x9c, "f64.floor", "d:d", Home.FLOATS),
  F64_TRUNC(0x9d, "f64.trunc", "d:d", Home.FLOATS),
  F64_NEAREST(0x9e, "f64.nearest", "d:d", Home.FLOATS),
  F64_SQRT(0x9f, "f64.sqrt", "d:d", Home.FLOATS),
  F64_ADD(0xa0, "f64.add", "dd:d", Opcodes.DADD),
  F64_SUB(0xa1, "f64.sub", "dd:d", Opcodes.DSUB),
  F64_MUL(0xa2, "f64.mul", "dd:d", Opcodes.DMUL),
  F64_DIV(0xa3, "f64.div", "dd:d", Opcodes.DDIV),
  F64_MIN(0xa4, "f64.min", "dd:d", Home.FLOATS),
  F64_MAX(0xa5, "f64.max", "dd:d", Home.FLOATS),
  F64_COPYSIGN(0xa6, "f64.copysign", "dd:d", Home.FLOATS),
  // Conversions
  I32_WRAP_I64(0xa7, "i32.wrap_i64", "l:i", Opcodes.L2I),
  I32_TRUNC_F32_S(0xa8, "i32.trunc_f32_s", "f:i", Home.CONVERSIONS),
  I32_TRUNC_F32_U(0xa9, "i32.trunc_f32_u", "f:i", Home.CONVERSIONS),
  I32_TRUNC_F64_S(0xaa, "i32.trunc_f64_s", "d:i", Home.CONVERSIONS),
  I32_TRUNC_F64_U(0xab, "i32.trunc_f64_u", "d:i", Home.CONVERSIONS),
  I64_EXTEND_I32_S(0xac, "i64.extend_i32_s", "i:l", Opcodes.I2L),
  I64_EXTEND_I32_U(0xad, "i64.extend_i32_u", "i:l", Home.CONVERSIONS),
  I64_TRUNC_F32_S(0xae, "i64.trunc_f32_s", "f:l", Home.CONVERSIONS),
  I64_TRUNC_F32_U(0xaf, "i64.trunc_f32_u", "f:l", Home.CONVERSIONS),
  I64_TRUNC_F64_S(0xb0, "i64.trunc_f64_s", "d:l", Home.CONVERSIONS),
  I64_TRUNC_F64_U(0xb1, "i64.trunc_f64_u", "d:l", Home.CONVERSIONS),
  F32_CONVERT_I32_S(0xb2, "f32.convert_i32_s", "i:f", Opcodes.I2F),
  F32_CONVERT_I32_U(0xb3, "f32.convert_i32_u", "i:f", Home.CONVERSIONS),
  F32_CONVERT_I64_S(0xb4, "f32.convert_i64_s", "l:f", Opcodes.L2F),
  F32_CONVERT_I64_U(0xb5, "f32.convert_i64_u", "l:f", Home.CONVERSIONS),
  F32_DEMOTE_F64(0xb6, "f32.demote_f64", "d:f", Opcodes.D2F),
  F64_CONVERT_I32_S(0xb7, "f64.convert_i32_s", "i:d", Opcodes.I2D),
  F64_CONVERT_I32_U(0xb8, "f64.convert_i32_u", "i:d", Home.CONVERSIONS),
  F64_CONVERT_I64_S(0xb9, "f64.convert_i64_s", "l:d", Opcodes.L2D),
  F64_CONVERT_I64_U(0xba, "f64.convert_i64_u", "l:d", Home.CONVERSIONS),
  F64_PROMOTE_F32(0xbb, "f64.promote_f32", "f:d", Opcodes.F2D),
  I32_REINTERPRET_F32(0xbc, "i32.reinterpret_f32", "f:i", Home.CONVERSIONS),
  I64_REINTERPRET_F64(0xbd, "i64.reinterpret_f64", "d:l", Home.CONVERSIONS),
  F32_REINTERPRET_I32(0xbe, "f32.reinterpret_i32", "i:f", Home.CONVERSIONS),
  F64_REINTERPRET_I64(0xbf, "f64.reinterpret_i64", "l:d", Home.CONVERSIONS),
  I32_EXTEND8_S(0xc0, "i32.extend8_s", "i:i", Opcodes.I2B),
  I32_EXTEND16_S(0xc1, "i32.extend16_s", "i:i", Opcodes.I2S),
  I64_EXTEND8_S(0xc2, "i64.extend8_s", "l:l", Home.CONVERSIONS),
  I64_EXTEND16_S(0xc3, "i64.extend16_s", "l:l", Home.CONVERSIONS),
  I64_EXTEND32_S(0xc4, "i64.extend32_s", "l:l", Home.CONVERSIONS),
  // References
  REF_NULL(0xd0, "ref.null", Immediate.HEAP_TYPE),
  REF_IS_NULL(0xd1, "ref.is_null", Immediate.NONE),
  REF_FUNC(0xd2, "ref.func", Immediate.FUNCTION),
  // Saturating conversions, bulk memory, tables (behind the prefix 0xfc)
  I32_TRUNC_SAT_F32_S(0xfc00, "i32.trunc_sat_f32_s", "f:i", Opcodes.F2I),
  I32_TRUNC_SAT_F32_U(0xfc01, "i32.trunc_sat_f32_u", "f:i", Home.CONVERSIONS),
  I32_TRUNC_SAT_F64_S(0xfc02, "i32.trunc_sat_f64_s", "d:i", Opcodes.D2I),
  I32_TRUNC_SAT_F64_U(0xfc03, "i32.trunc_sat_f64_u", "d:i", Home.CONVERSIONS),
  I64_TRUNC_SAT_F32_S(0xfc04, "i64.trunc_sat_f32_s", "f:l", Opcodes.F2L),
  I64_TRUNC_SAT_F32_U(0xfc05, "i64.trunc_sat_f32_u", "f:l", Home.CONVERSIONS),
  I64_TRUNC_SAT_F64_S(0xfc06, "i64.trunc_sat_f64_s", "d:l", Opcodes.D2L),
  I64_TRUNC_SAT_F64_U(0xfc07, "i64.trunc_sat_f64_u", "d:l", Home.CONVERSIONS),
  MEMORY_INIT(0xfc08, "memory.init", "iii:", Home.MEMORY, Immediate.DATA_AND_MEMORY),
  DATA_DROP(0xfc09, "data.drop", ":", Home.MEMORY, Immediate.DATA),
  MEMORY_COPY(0xfc0a, "memory.copy", "iii:", Home.MEMORY, Immediate.TWO_MEMORIES),
  MEMORY_FILL(0xfc0b, "memory.fill", "iii:", Home.MEMORY, Immediate.MEMORY),
  TABLE_INIT(0xfc0c, "table.init", "iii:", Home.TABLES, Immediate.ELEMENTS_AND_TABLE),
  ELEM_DROP(0xfc0d, "elem.drop", ":", Home.TABLES, Immediate.ELEMENTS),
  TABLE_COPY(0xfc0e, "table.copy", "iii:", Home.TABLES, Immediate.TWO_TABLES),
  TABLE_GROW(0xfc0f, "table.grow", Immediate.TABLE),
  TABLE_SIZE(0xfc10, "table.size", ":i", Home.TABLES, Immediate.TABLE),
  TABLE_FILL(0xfc11, "table.fill", Immediate.TABLE);

  /** The classes of {@code engine.jvm.run} whose methods do what no instruction of the JVM does. */
  public enum Home {
    LOADS("Loads", true),
    STORES("Stores", true),
    MEMORY("MemoryInstructions", true),
    TABLES("TableInstructions", true),
    COMPARISON("Comparisons", false),
    INTEGERS("Integers", false),
    FLOATS("Floats", false),
    CONVERSIONS("Conversions", false);

    private final String className;
    private final boolean takesState;

    Home(String className, boolean takesState) {
      this.className = className;
      this.takesState = takesState;
    }

    /** The simple name of the class. */
    public String className() {
      return className;
    }

    /** Whether its methods take immediates and, last, the instance's state. */
    public boolean takesState() {
      return takesState;
    }
  }

  /** Introduces an instruction of two bytes. */
  static final int PREFIX = 0xfc;

  /** Introduces vector instructions. */
  static final int VECTOR_PREFIX = 0xfd;

  private static final Opcode[] SHORT = new Opcode[256];
  private static final Opcode[] PREFIXED = new Opcode[32];

  static {
    for (Opcode opcode : values()) {
      if (opcode.code < 256) {
        SHORT[opcode.code] = opcode;
      } else {
        PREFIXED[opcode.code & 0xff] = opcode;
      }
    }
  }

  private final int code;
  private final String text;
  private final String signature;
  private final Immediate immediate;
  private final int jvm;
  private final Home home;

  @SuppressWarnings("ImmutableEnumChecker") // made when first asked for: most are never
  private String method;

  Opcode(int code, String text, Immediate immediate) {
    this(code, text, null, Opcodes.NOP, null, immediate);
  }

  Opcode(int code, String text, String signature, int jvm) {
    this(code, text, signature, jvm, null, Immediate.NONE);
  }

  Opcode(int code, String text, String signature, Home home) {
    this(code, text, signature, home, Immediate.NONE);
  }

  Opcode(int code, String text, String signature, Home home, Immediate immediate) {
    this(code, text, signature, Opcodes.NOP, home, immediate);
  }

  Opcode(int code, String text, String signature, int jvm, Home home, Immediate immediate) {
    this.code = code;
    this.text = text;
    this.signature = signature;
    this.jvm = jvm;
    this.home = home;
    this.immediate = immediate;
  }

  /** The instruction with a code of one byte, or null. */
  static Opcode of(int code) {
    return SHORT[code];
  }

  /** The instruction behind the prefix, or null. */
  static Opcode prefixed(int code) {
    return code >= 0 && code < PREFIXED.length ? PREFIXED[code] : null;
  }

  /** Its name in the text format. */
  public String text() {
    return text;
  }

  /** Operands and results, {@code ii:i}; null where they depend on the module. */
  public String signature() {
    return signature;
  }

  Immediate immediate() {
    return immediate;
  }

  /** The one instruction of the JVM that does the same, or NOP. */
  public int jvm() {
    return jvm;
  }

  /** Where its method is, or null. */
  public Home home() {
    return home;
  }

  /** The name of its method: {@code i32DivS}. */
  public String method() {
    if (method == null) {
      method = camelCase(text);
    }
    return method;
  }

  private static String camelCase(String text) {
    StringBuilder name = new StringBuilder(text.length());
    boolean upper = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '_') {
        upper = true;
      } else {
        name.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return name.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}

package org.dylink.engine.jvm.code;

import static org.dylink.engine.jvm.code.Shape.ADDRESS;
import static org.dylink.format.ValueType.F32;
import static org.dylink.format.ValueType.F64;
import static org.dylink.format.ValueType.I32;
import static org.dylink.format.ValueType.I64;
import static org.dylink.format.ValueType.V128;

import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;

/**
 * Every instruction that this engine knows: its code, its name in the text format, and its shape:
 * what it takes, what it leaves and what follows it in the binary. Where the types depend on the
 * module, {@code validate} has a rule of that name. What an instruction becomes is told by the
 * table of the same names in {@code emit}.
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
  CALL_REF(0x14, "call_ref", Immediate.FUNCTION_TYPE),
  RETURN_CALL_REF(0x15, "return_call_ref", Immediate.FUNCTION_TYPE),
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
  I32_LOAD(0x28, "i32.load", Shape.load(I32, 4)),
  I64_LOAD(0x29, "i64.load", Shape.load(I64, 8)),
  F32_LOAD(0x2a, "f32.load", Shape.load(F32, 4)),
  F64_LOAD(0x2b, "f64.load", Shape.load(F64, 8)),
  I32_LOAD8_S(0x2c, "i32.load8_s", Shape.load(I32, 1)),
  I32_LOAD8_U(0x2d, "i32.load8_u", Shape.load(I32, 1)),
  I32_LOAD16_S(0x2e, "i32.load16_s", Shape.load(I32, 2)),
  I32_LOAD16_U(0x2f, "i32.load16_u", Shape.load(I32, 2)),
  I64_LOAD8_S(0x30, "i64.load8_s", Shape.load(I64, 1)),
  I64_LOAD8_U(0x31, "i64.load8_u", Shape.load(I64, 1)),
  I64_LOAD16_S(0x32, "i64.load16_s", Shape.load(I64, 2)),
  I64_LOAD16_U(0x33, "i64.load16_u", Shape.load(I64, 2)),
  I64_LOAD32_S(0x34, "i64.load32_s", Shape.load(I64, 4)),
  I64_LOAD32_U(0x35, "i64.load32_u", Shape.load(I64, 4)),
  I32_STORE(0x36, "i32.store", Shape.store(I32, 4)),
  I64_STORE(0x37, "i64.store", Shape.store(I64, 8)),
  F32_STORE(0x38, "f32.store", Shape.store(F32, 4)),
  F64_STORE(0x39, "f64.store", Shape.store(F64, 8)),
  I32_STORE8(0x3a, "i32.store8", Shape.store(I32, 1)),
  I32_STORE16(0x3b, "i32.store16", Shape.store(I32, 2)),
  I64_STORE8(0x3c, "i64.store8", Shape.store(I64, 1)),
  I64_STORE16(0x3d, "i64.store16", Shape.store(I64, 2)),
  I64_STORE32(0x3e, "i64.store32", Shape.store(I64, 4)),
  MEMORY_SIZE(0x3f, "memory.size", Shape.takes().gives(ADDRESS).with(Immediate.MEMORY)),
  MEMORY_GROW(0x40, "memory.grow", Shape.takes(ADDRESS).gives(ADDRESS).with(Immediate.MEMORY)),
  // Constants
  I32_CONST(0x41, "i32.const", Shape.constant(I32, Immediate.I32)),
  I64_CONST(0x42, "i64.const", Shape.constant(I64, Immediate.I64)),
  F32_CONST(0x43, "f32.const", Shape.constant(F32, Immediate.F32)),
  F64_CONST(0x44, "f64.const", Shape.constant(F64, Immediate.F64)),
  // Comparisons
  I32_EQZ(0x45, "i32.eqz", Shape.test(I32)),
  I32_EQ(0x46, "i32.eq", Shape.compare(I32)),
  I32_NE(0x47, "i32.ne", Shape.compare(I32)),
  I32_LT_S(0x48, "i32.lt_s", Shape.compare(I32)),
  I32_LT_U(0x49, "i32.lt_u", Shape.compare(I32)),
  I32_GT_S(0x4a, "i32.gt_s", Shape.compare(I32)),
  I32_GT_U(0x4b, "i32.gt_u", Shape.compare(I32)),
  I32_LE_S(0x4c, "i32.le_s", Shape.compare(I32)),
  I32_LE_U(0x4d, "i32.le_u", Shape.compare(I32)),
  I32_GE_S(0x4e, "i32.ge_s", Shape.compare(I32)),
  I32_GE_U(0x4f, "i32.ge_u", Shape.compare(I32)),
  I64_EQZ(0x50, "i64.eqz", Shape.test(I64)),
  I64_EQ(0x51, "i64.eq", Shape.compare(I64)),
  I64_NE(0x52, "i64.ne", Shape.compare(I64)),
  I64_LT_S(0x53, "i64.lt_s", Shape.compare(I64)),
  I64_LT_U(0x54, "i64.lt_u", Shape.compare(I64)),
  I64_GT_S(0x55, "i64.gt_s", Shape.compare(I64)),
  I64_GT_U(0x56, "i64.gt_u", Shape.compare(I64)),
  I64_LE_S(0x57, "i64.le_s", Shape.compare(I64)),
  I64_LE_U(0x58, "i64.le_u", Shape.compare(I64)),
  I64_GE_S(0x59, "i64.ge_s", Shape.compare(I64)),
  I64_GE_U(0x5a, "i64.ge_u", Shape.compare(I64)),
  F32_EQ(0x5b, "f32.eq", Shape.compare(F32)),
  F32_NE(0x5c, "f32.ne", Shape.compare(F32)),
  F32_LT(0x5d, "f32.lt", Shape.compare(F32)),
  F32_GT(0x5e, "f32.gt", Shape.compare(F32)),
  F32_LE(0x5f, "f32.le", Shape.compare(F32)),
  F32_GE(0x60, "f32.ge", Shape.compare(F32)),
  F64_EQ(0x61, "f64.eq", Shape.compare(F64)),
  F64_NE(0x62, "f64.ne", Shape.compare(F64)),
  F64_LT(0x63, "f64.lt", Shape.compare(F64)),
  F64_GT(0x64, "f64.gt", Shape.compare(F64)),
  F64_LE(0x65, "f64.le", Shape.compare(F64)),
  F64_GE(0x66, "f64.ge", Shape.compare(F64)),
  // Integers
  I32_CLZ(0x67, "i32.clz", Shape.unary(I32)),
  I32_CTZ(0x68, "i32.ctz", Shape.unary(I32)),
  I32_POPCNT(0x69, "i32.popcnt", Shape.unary(I32)),
  I32_ADD(0x6a, "i32.add", Shape.binary(I32)),
  I32_SUB(0x6b, "i32.sub", Shape.binary(I32)),
  I32_MUL(0x6c, "i32.mul", Shape.binary(I32)),
  I32_DIV_S(0x6d, "i32.div_s", Shape.binary(I32)),
  I32_DIV_U(0x6e, "i32.div_u", Shape.binary(I32)),
  I32_REM_S(0x6f, "i32.rem_s", Shape.binary(I32)),
  I32_REM_U(0x70, "i32.rem_u", Shape.binary(I32)),
  I32_AND(0x71, "i32.and", Shape.binary(I32)),
  I32_OR(0x72, "i32.or", Shape.binary(I32)),
  I32_XOR(0x73, "i32.xor", Shape.binary(I32)),
  I32_SHL(0x74, "i32.shl", Shape.binary(I32)),
  I32_SHR_S(0x75, "i32.shr_s", Shape.binary(I32)),
  I32_SHR_U(0x76, "i32.shr_u", Shape.binary(I32)),
  I32_ROTL(0x77, "i32.rotl", Shape.binary(I32)),
  I32_ROTR(0x78, "i32.rotr", Shape.binary(I32)),
  I64_CLZ(0x79, "i64.clz", Shape.unary(I64)),
  I64_CTZ(0x7a, "i64.ctz", Shape.unary(I64)),
  I64_POPCNT(0x7b, "i64.popcnt", Shape.unary(I64)),
  I64_ADD(0x7c, "i64.add", Shape.binary(I64)),
  I64_SUB(0x7d, "i64.sub", Shape.binary(I64)),
  I64_MUL(0x7e, "i64.mul", Shape.binary(I64)),
  I64_DIV_S(0x7f, "i64.div_s", Shape.binary(I64)),
  I64_DIV_U(0x80, "i64.div_u", Shape.binary(I64)),
  I64_REM_S(0x81, "i64.rem_s", Shape.binary(I64)),
  I64_REM_U(0x82, "i64.rem_u", Shape.binary(I64)),
  I64_AND(0x83, "i64.and", Shape.binary(I64)),
  I64_OR(0x84, "i64.or", Shape.binary(I64)),
  I64_XOR(0x85, "i64.xor", Shape.binary(I64)),
  I64_SHL(0x86, "i64.shl", Shape.binary(I64)),
  I64_SHR_S(0x87, "i64.shr_s", Shape.binary(I64)),
  I64_SHR_U(0x88, "i64.shr_u", Shape.binary(I64)),
  I64_ROTL(0x89, "i64.rotl", Shape.binary(I64)),
  I64_ROTR(0x8a, "i64.rotr", Shape.binary(I64)),
  // Floating-point numbers
  F32_ABS(0x8b, "f32.abs", Shape.unary(F32)),
  F32_NEG(0x8c, "f32.neg", Shape.unary(F32)),
  F32_CEIL(0x8d, "f32.ceil", Shape.unary(F32)),
  F32_FLOOR(0x8e, "f32.floor", Shape.unary(F32)),
  F32_TRUNC(0x8f, "f32.trunc", Shape.unary(F32)),
  F32_NEAREST(0x90, "f32.nearest", Shape.unary(F32)),
  F32_SQRT(0x91, "f32.sqrt", Shape.unary(F32)),
  F32_ADD(0x92, "f32.add", Shape.binary(F32)),
  F32_SUB(0x93, "f32.sub", Shape.binary(F32)),
  F32_MUL(0x94, "f32.mul", Shape.binary(F32)),
  F32_DIV(0x95, "f32.div", Shape.binary(F32)),
  F32_MIN(0x96, "f32.min", Shape.binary(F32)),
  F32_MAX(0x97, "f32.max", Shape.binary(F32)),
  F32_COPYSIGN(0x98, "f32.copysign", Shape.binary(F32)),
  F64_ABS(0x99, "f64.abs", Shape.unary(F64)),
  F64_NEG(0x9a, "f64.neg", Shape.unary(F64)),
  F64_CEIL(0x9b, "f64.ceil", Shape.unary(F64)),
  F64_FLOOR(0x9c, "f64.floor", Shape.unary(F64)),
  F64_TRUNC(0x9d, "f64.trunc", Shape.unary(F64)),
  F64_NEAREST(0x9e, "f64.nearest", Shape.unary(F64)),
  F64_SQRT(0x9f, "f64.sqrt", Shape.unary(F64)),
  F64_ADD(0xa0, "f64.add", Shape.binary(F64)),
  F64_SUB(0xa1, "f64.sub", Shape.binary(F64)),
  F64_MUL(0xa2, "f64.mul", Shape.binary(F64)),
  F64_DIV(0xa3, "f64.div", Shape.binary(F64)),
  F64_MIN(0xa4, "f64.min", Shape.binary(F64)),
  F64_MAX(0xa5, "f64.max", Shape.binary(F64)),
  F64_COPYSIGN(0xa6, "f64.copysign", Shape.binary(F64)),
  // Conversions
  I32_WRAP_I64(0xa7, "i32.wrap_i64", Shape.convert(I64, I32)),
  I32_TRUNC_F32_S(0xa8, "i32.trunc_f32_s", Shape.convert(F32, I32)),
  I32_TRUNC_F32_U(0xa9, "i32.trunc_f32_u", Shape.convert(F32, I32)),
  I32_TRUNC_F64_S(0xaa, "i32.trunc_f64_s", Shape.convert(F64, I32)),
  I32_TRUNC_F64_U(0xab, "i32.trunc_f64_u", Shape.convert(F64, I32)),
  I64_EXTEND_I32_S(0xac, "i64.extend_i32_s", Shape.convert(I32, I64)),
  I64_EXTEND_I32_U(0xad, "i64.extend_i32_u", Shape.convert(I32, I64)),
  I64_TRUNC_F32_S(0xae, "i64.trunc_f32_s", Shape.convert(F32, I64)),
  I64_TRUNC_F32_U(0xaf, "i64.trunc_f32_u", Shape.convert(F32, I64)),
  I64_TRUNC_F64_S(0xb0, "i64.trunc_f64_s", Shape.convert(F64, I64)),
  I64_TRUNC_F64_U(0xb1, "i64.trunc_f64_u", Shape.convert(F64, I64)),
  F32_CONVERT_I32_S(0xb2, "f32.convert_i32_s", Shape.convert(I32, F32)),
  F32_CONVERT_I32_U(0xb3, "f32.convert_i32_u", Shape.convert(I32, F32)),
  F32_CONVERT_I64_S(0xb4, "f32.convert_i64_s", Shape.convert(I64, F32)),
  F32_CONVERT_I64_U(0xb5, "f32.convert_i64_u", Shape.convert(I64, F32)),
  F32_DEMOTE_F64(0xb6, "f32.demote_f64", Shape.convert(F64, F32)),
  F64_CONVERT_I32_S(0xb7, "f64.convert_i32_s", Shape.convert(I32, F64)),
  F64_CONVERT_I32_U(0xb8, "f64.convert_i32_u", Shape.convert(I32, F64)),
  F64_CONVERT_I64_S(0xb9, "f64.convert_i64_s", Shape.convert(I64, F64)),
  F64_CONVERT_I64_U(0xba, "f64.convert_i64_u", Shape.convert(I64, F64)),
  F64_PROMOTE_F32(0xbb, "f64.promote_f32", Shape.convert(F32, F64)),
  I32_REINTERPRET_F32(0xbc, "i32.reinterpret_f32", Shape.convert(F32, I32)),
  I64_REINTERPRET_F64(0xbd, "i64.reinterpret_f64", Shape.convert(F64, I64)),
  F32_REINTERPRET_I32(0xbe, "f32.reinterpret_i32", Shape.convert(I32, F32)),
  F64_REINTERPRET_I64(0xbf, "f64.reinterpret_i64", Shape.convert(I64, F64)),
  I32_EXTEND8_S(0xc0, "i32.extend8_s", Shape.unary(I32)),
  I32_EXTEND16_S(0xc1, "i32.extend16_s", Shape.unary(I32)),
  I64_EXTEND8_S(0xc2, "i64.extend8_s", Shape.unary(I64)),
  I64_EXTEND16_S(0xc3, "i64.extend16_s", Shape.unary(I64)),
  I64_EXTEND32_S(0xc4, "i64.extend32_s", Shape.unary(I64)),
  // References
  REF_NULL(0xd0, "ref.null", Immediate.HEAP_TYPE),
  REF_IS_NULL(0xd1, "ref.is_null", Immediate.NONE),
  REF_FUNC(0xd2, "ref.func", Immediate.FUNCTION),
  REF_AS_NON_NULL(0xd4, "ref.as_non_null", Immediate.NONE),
  BR_ON_NULL(0xd5, "br_on_null", Immediate.LABEL),
  BR_ON_NON_NULL(0xd6, "br_on_non_null", Immediate.LABEL),
  // Saturating conversions, bulk memory, tables (behind the prefix 0xfc)
  I32_TRUNC_SAT_F32_S(0xfc000, "i32.trunc_sat_f32_s", Shape.convert(F32, I32)),
  I32_TRUNC_SAT_F32_U(0xfc001, "i32.trunc_sat_f32_u", Shape.convert(F32, I32)),
  I32_TRUNC_SAT_F64_S(0xfc002, "i32.trunc_sat_f64_s", Shape.convert(F64, I32)),
  I32_TRUNC_SAT_F64_U(0xfc003, "i32.trunc_sat_f64_u", Shape.convert(F64, I32)),
  I64_TRUNC_SAT_F32_S(0xfc004, "i64.trunc_sat_f32_s", Shape.convert(F32, I64)),
  I64_TRUNC_SAT_F32_U(0xfc005, "i64.trunc_sat_f32_u", Shape.convert(F32, I64)),
  I64_TRUNC_SAT_F64_S(0xfc006, "i64.trunc_sat_f64_s", Shape.convert(F64, I64)),
  I64_TRUNC_SAT_F64_U(0xfc007, "i64.trunc_sat_f64_u", Shape.convert(F64, I64)),
  MEMORY_INIT(
      0xfc008, "memory.init", Shape.takes(ADDRESS, I32, I32).with(Immediate.DATA_AND_MEMORY)),
  DATA_DROP(0xfc009, "data.drop", Shape.takes().with(Immediate.DATA)),
  MEMORY_COPY(0xfc00a, "memory.copy", Immediate.TWO_MEMORIES),
  MEMORY_FILL(0xfc00b, "memory.fill", Shape.takes(ADDRESS, I32, ADDRESS).with(Immediate.MEMORY)),
  TABLE_INIT(
      0xfc00c, "table.init", Shape.takes(ADDRESS, I32, I32).with(Immediate.ELEMENTS_AND_TABLE)),
  ELEM_DROP(0xfc00d, "elem.drop", Shape.takes().with(Immediate.ELEMENTS)),
  TABLE_COPY(0xfc00e, "table.copy", Immediate.TWO_TABLES),
  TABLE_GROW(0xfc00f, "table.grow", Immediate.TABLE),
  TABLE_SIZE(0xfc010, "table.size", Shape.takes().gives(ADDRESS).with(Immediate.TABLE)),
  TABLE_FILL(0xfc011, "table.fill", Immediate.TABLE),
  // Vectors (behind 0xfd): memory, constants, lanes
  V128_LOAD(0xfd000, "v128.load", Shape.load(V128, 16)),
  V128_LOAD8X8_S(0xfd001, "v128.load8x8_s", Shape.load(V128, 8)),
  V128_LOAD8X8_U(0xfd002, "v128.load8x8_u", Shape.load(V128, 8)),
  V128_LOAD16X4_S(0xfd003, "v128.load16x4_s", Shape.load(V128, 8)),
  V128_LOAD16X4_U(0xfd004, "v128.load16x4_u", Shape.load(V128, 8)),
  V128_LOAD32X2_S(0xfd005, "v128.load32x2_s", Shape.load(V128, 8)),
  V128_LOAD32X2_U(0xfd006, "v128.load32x2_u", Shape.load(V128, 8)),
  V128_LOAD8_SPLAT(0xfd007, "v128.load8_splat", Shape.load(V128, 1)),
  V128_LOAD16_SPLAT(0xfd008, "v128.load16_splat", Shape.load(V128, 2)),
  V128_LOAD32_SPLAT(0xfd009, "v128.load32_splat", Shape.load(V128, 4)),
  V128_LOAD64_SPLAT(0xfd00a, "v128.load64_splat", Shape.load(V128, 8)),
  V128_STORE(0xfd00b, "v128.store", Shape.store(V128, 16)),
  V128_CONST(0xfd00c, "v128.const", Shape.constant(V128, Immediate.VECTOR)),
  I8X16_SHUFFLE(0xfd00d, "i8x16.shuffle", Shape.binary(V128).with(Immediate.LANES)),
  I8X16_SWIZZLE(0xfd00e, "i8x16.swizzle", Shape.binary(V128)),
  I8X16_SPLAT(0xfd00f, "i8x16.splat", Shape.convert(I32, V128)),
  I16X8_SPLAT(0xfd010, "i16x8.splat", Shape.convert(I32, V128)),
  I32X4_SPLAT(0xfd011, "i32x4.splat", Shape.convert(I32, V128)),
  I64X2_SPLAT(0xfd012, "i64x2.splat", Shape.convert(I64, V128)),
  F32X4_SPLAT(0xfd013, "f32x4.splat", Shape.convert(F32, V128)),
  F64X2_SPLAT(0xfd014, "f64x2.splat", Shape.convert(F64, V128)),
  I8X16_EXTRACT_LANE_S(0xfd015, "i8x16.extract_lane_s", Shape.extract(I32, 1)),
  I8X16_EXTRACT_LANE_U(0xfd016, "i8x16.extract_lane_u", Shape.extract(I32, 1)),
  I8X16_REPLACE_LANE(0xfd017, "i8x16.replace_lane", Shape.replace(I32, 1)),
  I16X8_EXTRACT_LANE_S(0xfd018, "i16x8.extract_lane_s", Shape.extract(I32, 2)),
  I16X8_EXTRACT_LANE_U(0xfd019, "i16x8.extract_lane_u", Shape.extract(I32, 2)),
  I16X8_REPLACE_LANE(0xfd01a, "i16x8.replace_lane", Shape.replace(I32, 2)),
  I32X4_EXTRACT_LANE(0xfd01b, "i32x4.extract_lane", Shape.extract(I32, 4)),
  I32X4_REPLACE_LANE(0xfd01c, "i32x4.replace_lane", Shape.replace(I32, 4)),
  I64X2_EXTRACT_LANE(0xfd01d, "i64x2.extract_lane", Shape.extract(I64, 8)),
  I64X2_REPLACE_LANE(0xfd01e, "i64x2.replace_lane", Shape.replace(I64, 8)),
  F32X4_EXTRACT_LANE(0xfd01f, "f32x4.extract_lane", Shape.extract(F32, 4)),
  F32X4_REPLACE_LANE(0xfd020, "f32x4.replace_lane", Shape.replace(F32, 4)),
  F64X2_EXTRACT_LANE(0xfd021, "f64x2.extract_lane", Shape.extract(F64, 8)),
  F64X2_REPLACE_LANE(0xfd022, "f64x2.replace_lane", Shape.replace(F64, 8)),
  // Vectors: comparisons, bits
  I8X16_EQ(0xfd023, "i8x16.eq", Shape.binary(V128)),
  I8X16_NE(0xfd024, "i8x16.ne", Shape.binary(V128)),
  I8X16_LT_S(0xfd025, "i8x16.lt_s", Shape.binary(V128)),
  I8X16_LT_U(0xfd026, "i8x16.lt_u", Shape.binary(V128)),
  I8X16_GT_S(0xfd027, "i8x16.gt_s", Shape.binary(V128)),
  I8X16_GT_U(0xfd028, "i8x16.gt_u", Shape.binary(V128)),
  I8X16_LE_S(0xfd029, "i8x16.le_s", Shape.binary(V128)),
  I8X16_LE_U(0xfd02a, "i8x16.le_u", Shape.binary(V128)),
  I8X16_GE_S(0xfd02b, "i8x16.ge_s", Shape.binary(V128)),
  I8X16_GE_U(0xfd02c, "i8x16.ge_u", Shape.binary(V128)),
  I16X8_EQ(0xfd02d, "i16x8.eq", Shape.binary(V128)),
  I16X8_NE(0xfd02e, "i16x8.ne", Shape.binary(V128)),
  I16X8_LT_S(0xfd02f, "i16x8.lt_s", Shape.binary(V128)),
  I16X8_LT_U(0xfd030, "i16x8.lt_u", Shape.binary(V128)),
  I16X8_GT_S(0xfd031, "i16x8.gt_s", Shape.binary(V128)),
  I16X8_GT_U(0xfd032, "i16x8.gt_u", Shape.binary(V128)),
  I16X8_LE_S(0xfd033, "i16x8.le_s", Shape.binary(V128)),
  I16X8_LE_U(0xfd034, "i16x8.le_u", Shape.binary(V128)),
  I16X8_GE_S(0xfd035, "i16x8.ge_s", Shape.binary(V128)),
  I16X8_GE_U(0xfd036, "i16x8.ge_u", Shape.binary(V128)),
  I32X4_EQ(0xfd037, "i32x4.eq", Shape.binary(V128)),
  I32X4_NE(0xfd038, "i32x4.ne", Shape.binary(V128)),
  I32X4_LT_S(0xfd039, "i32x4.lt_s", Shape.binary(V128)),
  I32X4_LT_U(0xfd03a, "i32x4.lt_u", Shape.binary(V128)),
  I32X4_GT_S(0xfd03b, "i32x4.gt_s", Shape.binary(V128)),
  I32X4_GT_U(0xfd03c, "i32x4.gt_u", Shape.binary(V128)),
  I32X4_LE_S(0xfd03d, "i32x4.le_s", Shape.binary(V128)),
  I32X4_LE_U(0xfd03e, "i32x4.le_u", Shape.binary(V128)),
  I32X4_GE_S(0xfd03f, "i32x4.ge_s", Shape.binary(V128)),
  I32X4_GE_U(0xfd040, "i32x4.ge_u", Shape.binary(V128)),
  F32X4_EQ(0xfd041, "f32x4.eq", Shape.binary(V128)),
  F32X4_NE(0xfd042, "f32x4.ne", Shape.binary(V128)),
  F32X4_LT(0xfd043, "f32x4.lt", Shape.binary(V128)),
  F32X4_GT(0xfd044, "f32x4.gt", Shape.binary(V128)),
  F32X4_LE(0xfd045, "f32x4.le", Shape.binary(V128)),
  F32X4_GE(0xfd046, "f32x4.ge", Shape.binary(V128)),
  F64X2_EQ(0xfd047, "f64x2.eq", Shape.binary(V128)),
  F64X2_NE(0xfd048, "f64x2.ne", Shape.binary(V128)),
  F64X2_LT(0xfd049, "f64x2.lt", Shape.binary(V128)),
  F64X2_GT(0xfd04a, "f64x2.gt", Shape.binary(V128)),
  F64X2_LE(0xfd04b, "f64x2.le", Shape.binary(V128)),
  F64X2_GE(0xfd04c, "f64x2.ge", Shape.binary(V128)),
  V128_NOT(0xfd04d, "v128.not", Shape.unary(V128)),
  V128_AND(0xfd04e, "v128.and", Shape.binary(V128)),
  V128_ANDNOT(0xfd04f, "v128.andnot", Shape.binary(V128)),
  V128_OR(0xfd050, "v128.or", Shape.binary(V128)),
  V128_XOR(0xfd051, "v128.xor", Shape.binary(V128)),
  V128_BITSELECT(0xfd052, "v128.bitselect", Shape.takes(V128, V128, V128).gives(V128)),
  V128_ANY_TRUE(0xfd053, "v128.any_true", Shape.test(V128)),
  // Vectors: lanes and memory
  V128_LOAD8_LANE(0xfd054, "v128.load8_lane", Shape.loadLane(1)),
  V128_LOAD16_LANE(0xfd055, "v128.load16_lane", Shape.loadLane(2)),
  V128_LOAD32_LANE(0xfd056, "v128.load32_lane", Shape.loadLane(4)),
  V128_LOAD64_LANE(0xfd057, "v128.load64_lane", Shape.loadLane(8)),
  V128_STORE8_LANE(0xfd058, "v128.store8_lane", Shape.storeLane(1)),
  V128_STORE16_LANE(0xfd059, "v128.store16_lane", Shape.storeLane(2)),
  V128_STORE32_LANE(0xfd05a, "v128.store32_lane", Shape.storeLane(4)),
  V128_STORE64_LANE(0xfd05b, "v128.store64_lane", Shape.storeLane(8)),
  V128_LOAD32_ZERO(0xfd05c, "v128.load32_zero", Shape.load(V128, 4)),
  V128_LOAD64_ZERO(0xfd05d, "v128.load64_zero", Shape.load(V128, 8)),
  // Vectors: numbers, a shape after the other
  F32X4_DEMOTE_F64X2_ZERO(0xfd05e, "f32x4.demote_f64x2_zero", Shape.unary(V128)),
  F64X2_PROMOTE_LOW_F32X4(0xfd05f, "f64x2.promote_low_f32x4", Shape.unary(V128)),
  I8X16_ABS(0xfd060, "i8x16.abs", Shape.unary(V128)),
  I8X16_NEG(0xfd061, "i8x16.neg", Shape.unary(V128)),
  I8X16_POPCNT(0xfd062, "i8x16.popcnt", Shape.unary(V128)),
  I8X16_ALL_TRUE(0xfd063, "i8x16.all_true", Shape.test(V128)),
  I8X16_BITMASK(0xfd064, "i8x16.bitmask", Shape.test(V128)),
  I8X16_NARROW_I16X8_S(0xfd065, "i8x16.narrow_i16x8_s", Shape.binary(V128)),
  I8X16_NARROW_I16X8_U(0xfd066, "i8x16.narrow_i16x8_u", Shape.binary(V128)),
  F32X4_CEIL(0xfd067, "f32x4.ceil", Shape.unary(V128)),
  F32X4_FLOOR(0xfd068, "f32x4.floor", Shape.unary(V128)),
  F32X4_TRUNC(0xfd069, "f32x4.trunc", Shape.unary(V128)),
  F32X4_NEAREST(0xfd06a, "f32x4.nearest", Shape.unary(V128)),
  I8X16_SHL(0xfd06b, "i8x16.shl", Shape.takes(V128, I32).gives(V128)),
  I8X16_SHR_S(0xfd06c, "i8x16.shr_s", Shape.takes(V128, I32).gives(V128)),
  I8X16_SHR_U(0xfd06d, "i8x16.shr_u", Shape.takes(V128, I32).gives(V128)),
  I8X16_ADD(0xfd06e, "i8x16.add", Shape.binary(V128)),
  I8X16_ADD_SAT_S(0xfd06f, "i8x16.add_sat_s", Shape.binary(V128)),
  I8X16_ADD_SAT_U(0xfd070, "i8x16.add_sat_u", Shape.binary(V128)),
  I8X16_SUB(0xfd071, "i8x16.sub", Shape.binary(V128)),
  I8X16_SUB_SAT_S(0xfd072, "i8x16.sub_sat_s", Shape.binary(V128)),
  I8X16_SUB_SAT_U(0xfd073, "i8x16.sub_sat_u", Shape.binary(V128)),
  F64X2_CEIL(0xfd074, "f64x2.ceil", Shape.unary(V128)),
  F64X2_FLOOR(0xfd075, "f64x2.floor", Shape.unary(V128)),
  I8X16_MIN_S(0xfd076, "i8x16.min_s", Shape.binary(V128)),
  I8X16_MIN_U(0xfd077, "i8x16.min_u", Shape.binary(V128)),
  I8X16_MAX_S(0xfd078, "i8x16.max_s", Shape.binary(V128)),
  I8X16_MAX_U(0xfd079, "i8x16.max_u", Shape.binary(V128)),
  F64X2_TRUNC(0xfd07a, "f64x2.trunc", Shape.unary(V128)),
  I8X16_AVGR_U(0xfd07b, "i8x16.avgr_u", Shape.binary(V128)),
  I16X8_EXTADD_PAIRWISE_I8X16_S(0xfd07c, "i16x8.extadd_pairwise_i8x16_s", Shape.unary(V128)),
  I16X8_EXTADD_PAIRWISE_I8X16_U(0xfd07d, "i16x8.extadd_pairwise_i8x16_u", Shape.unary(V128)),
  I32X4_EXTADD_PAIRWISE_I16X8_S(0xfd07e, "i32x4.extadd_pairwise_i16x8_s", Shape.unary(V128)),
  I32X4_EXTADD_PAIRWISE_I16X8_U(0xfd07f, "i32x4.extadd_pairwise_i16x8_u", Shape.unary(V128)),
  I16X8_ABS(0xfd080, "i16x8.abs", Shape.unary(V128)),
  I16X8_NEG(0xfd081, "i16x8.neg", Shape.unary(V128)),
  I16X8_Q15MULR_SAT_S(0xfd082, "i16x8.q15mulr_sat_s", Shape.binary(V128)),
  I16X8_ALL_TRUE(0xfd083, "i16x8.all_true", Shape.test(V128)),
  I16X8_BITMASK(0xfd084, "i16x8.bitmask", Shape.test(V128)),
  I16X8_NARROW_I32X4_S(0xfd085, "i16x8.narrow_i32x4_s", Shape.binary(V128)),
  I16X8_NARROW_I32X4_U(0xfd086, "i16x8.narrow_i32x4_u", Shape.binary(V128)),
  I16X8_EXTEND_LOW_I8X16_S(0xfd087, "i16x8.extend_low_i8x16_s", Shape.unary(V128)),
  I16X8_EXTEND_HIGH_I8X16_S(0xfd088, "i16x8.extend_high_i8x16_s", Shape.unary(V128)),
  I16X8_EXTEND_LOW_I8X16_U(0xfd089, "i16x8.extend_low_i8x16_u", Shape.unary(V128)),
  I16X8_EXTEND_HIGH_I8X16_U(0xfd08a, "i16x8.extend_high_i8x16_u", Shape.unary(V128)),
  I16X8_SHL(0xfd08b, "i16x8.shl", Shape.takes(V128, I32).gives(V128)),
  I16X8_SHR_S(0xfd08c, "i16x8.shr_s", Shape.takes(V128, I32).gives(V128)),
  I16X8_SHR_U(0xfd08d, "i16x8.shr_u", Shape.takes(V128, I32).gives(V128)),
  I16X8_ADD(0xfd08e, "i16x8.add", Shape.binary(V128)),
  I16X8_ADD_SAT_S(0xfd08f, "i16x8.add_sat_s", Shape.binary(V128)),
  I16X8_ADD_SAT_U(0xfd090, "i16x8.add_sat_u", Shape.binary(V128)),
  I16X8_SUB(0xfd091, "i16x8.sub", Shape.binary(V128)),
  I16X8_SUB_SAT_S(0xfd092, "i16x8.sub_sat_s", Shape.binary(V128)),
  I16X8_SUB_SAT_U(0xfd093, "i16x8.sub_sat_u", Shape.binary(V128)),
  F64X2_NEAREST(0xfd094, "f64x2.nearest", Shape.unary(V128)),
  I16X8_MUL(0xfd095, "i16x8.mul", Shape.binary(V128)),
  I16X8_MIN_S(0xfd096, "i16x8.min_s", Shape.binary(V128)),
  I16X8_MIN_U(0xfd097, "i16x8.min_u", Shape.binary(V128)),
  I16X8_MAX_S(0xfd098, "i16x8.max_s", Shape.binary(V128)),
  I16X8_MAX_U(0xfd099, "i16x8.max_u", Shape.binary(V128)),
  I16X8_AVGR_U(0xfd09b, "i16x8.avgr_u", Shape.binary(V128)),
  I16X8_EXTMUL_LOW_I8X16_S(0xfd09c, "i16x8.extmul_low_i8x16_s", Shape.binary(V128)),
  I16X8_EXTMUL_HIGH_I8X16_S(0xfd09d, "i16x8.extmul_high_i8x16_s", Shape.binary(V128)),
  I16X8_EXTMUL_LOW_I8X16_U(0xfd09e, "i16x8.extmul_low_i8x16_u", Shape.binary(V128)),
  I16X8_EXTMUL_HIGH_I8X16_U(0xfd09f, "i16x8.extmul_high_i8x16_u", Shape.binary(V128)),
  I32X4_ABS(0xfd0a0, "i32x4.abs", Shape.unary(V128)),
  I32X4_NEG(0xfd0a1, "i32x4.neg", Shape.unary(V128)),
  I32X4_ALL_TRUE(0xfd0a3, "i32x4.all_true", Shape.test(V128)),
  I32X4_BITMASK(0xfd0a4, "i32x4.bitmask", Shape.test(V128)),
  I32X4_EXTEND_LOW_I16X8_S(0xfd0a7, "i32x4.extend_low_i16x8_s", Shape.unary(V128)),
  I32X4_EXTEND_HIGH_I16X8_S(0xfd0a8, "i32x4.extend_high_i16x8_s", Shape.unary(V128)),
  I32X4_EXTEND_LOW_I16X8_U(0xfd0a9, "i32x4.extend_low_i16x8_u", Shape.unary(V128)),
  I32X4_EXTEND_HIGH_I16X8_U(0xfd0aa, "i32x4.extend_high_i16x8_u", Shape.unary(V128)),
  I32X4_SHL(0xfd0ab, "i32x4.shl", Shape.takes(V128, I32).gives(V128)),
  I32X4_SHR_S(0xfd0ac, "i32x4.shr_s", Shape.takes(V128, I32).gives(V128)),
  I32X4_SHR_U(0xfd0ad, "i32x4.shr_u", Shape.takes(V128, I32).gives(V128)),
  I32X4_ADD(0xfd0ae, "i32x4.add", Shape.binary(V128)),
  I32X4_SUB(0xfd0b1, "i32x4.sub", Shape.binary(V128)),
  I32X4_MUL(0xfd0b5, "i32x4.mul", Shape.binary(V128)),
  I32X4_MIN_S(0xfd0b6, "i32x4.min_s", Shape.binary(V128)),
  I32X4_MIN_U(0xfd0b7, "i32x4.min_u", Shape.binary(V128)),
  I32X4_MAX_S(0xfd0b8, "i32x4.max_s", Shape.binary(V128)),
  I32X4_MAX_U(0xfd0b9, "i32x4.max_u", Shape.binary(V128)),
  I32X4_DOT_I16X8_S(0xfd0ba, "i32x4.dot_i16x8_s", Shape.binary(V128)),
  I32X4_EXTMUL_LOW_I16X8_S(0xfd0bc, "i32x4.extmul_low_i16x8_s", Shape.binary(V128)),
  I32X4_EXTMUL_HIGH_I16X8_S(0xfd0bd, "i32x4.extmul_high_i16x8_s", Shape.binary(V128)),
  I32X4_EXTMUL_LOW_I16X8_U(0xfd0be, "i32x4.extmul_low_i16x8_u", Shape.binary(V128)),
  I32X4_EXTMUL_HIGH_I16X8_U(0xfd0bf, "i32x4.extmul_high_i16x8_u", Shape.binary(V128)),
  I64X2_ABS(0xfd0c0, "i64x2.abs", Shape.unary(V128)),
  I64X2_NEG(0xfd0c1, "i64x2.neg", Shape.unary(V128)),
  I64X2_ALL_TRUE(0xfd0c3, "i64x2.all_true", Shape.test(V128)),
  I64X2_BITMASK(0xfd0c4, "i64x2.bitmask", Shape.test(V128)),
  I64X2_EXTEND_LOW_I32X4_S(0xfd0c7, "i64x2.extend_low_i32x4_s", Shape.unary(V128)),
  I64X2_EXTEND_HIGH_I32X4_S(0xfd0c8, "i64x2.extend_high_i32x4_s", Shape.unary(V128)),
  I64X2_EXTEND_LOW_I32X4_U(0xfd0c9, "i64x2.extend_low_i32x4_u", Shape.unary(V128)),
  I64X2_EXTEND_HIGH_I32X4_U(0xfd0ca, "i64x2.extend_high_i32x4_u", Shape.unary(V128)),
  I64X2_SHL(0xfd0cb, "i64x2.shl", Shape.takes(V128, I32).gives(V128)),
  I64X2_SHR_S(0xfd0cc, "i64x2.shr_s", Shape.takes(V128, I32).gives(V128)),
  I64X2_SHR_U(0xfd0cd, "i64x2.shr_u", Shape.takes(V128, I32).gives(V128)),
  I64X2_ADD(0xfd0ce, "i64x2.add", Shape.binary(V128)),
  I64X2_SUB(0xfd0d1, "i64x2.sub", Shape.binary(V128)),
  I64X2_MUL(0xfd0d5, "i64x2.mul", Shape.binary(V128)),
  I64X2_EQ(0xfd0d6, "i64x2.eq", Shape.binary(V128)),
  I64X2_NE(0xfd0d7, "i64x2.ne", Shape.binary(V128)),
  I64X2_LT_S(0xfd0d8, "i64x2.lt_s", Shape.binary(V128)),
  I64X2_GT_S(0xfd0d9, "i64x2.gt_s", Shape.binary(V128)),
  I64X2_LE_S(0xfd0da, "i64x2.le_s", Shape.binary(V128)),
  I64X2_GE_S(0xfd0db, "i64x2.ge_s", Shape.binary(V128)),
  I64X2_EXTMUL_LOW_I32X4_S(0xfd0dc, "i64x2.extmul_low_i32x4_s", Shape.binary(V128)),
  I64X2_EXTMUL_HIGH_I32X4_S(0xfd0dd, "i64x2.extmul_high_i32x4_s", Shape.binary(V128)),
  I64X2_EXTMUL_LOW_I32X4_U(0xfd0de, "i64x2.extmul_low_i32x4_u", Shape.binary(V128)),
  I64X2_EXTMUL_HIGH_I32X4_U(0xfd0df, "i64x2.extmul_high_i32x4_u", Shape.binary(V128)),
  F32X4_ABS(0xfd0e0, "f32x4.abs", Shape.unary(V128)),
  F32X4_NEG(0xfd0e1, "f32x4.neg", Shape.unary(V128)),
  F32X4_SQRT(0xfd0e3, "f32x4.sqrt", Shape.unary(V128)),
  F32X4_ADD(0xfd0e4, "f32x4.add", Shape.binary(V128)),
  F32X4_SUB(0xfd0e5, "f32x4.sub", Shape.binary(V128)),
  F32X4_MUL(0xfd0e6, "f32x4.mul", Shape.binary(V128)),
  F32X4_DIV(0xfd0e7, "f32x4.div", Shape.binary(V128)),
  F32X4_MIN(0xfd0e8, "f32x4.min", Shape.binary(V128)),
  F32X4_MAX(0xfd0e9, "f32x4.max", Shape.binary(V128)),
  F32X4_PMIN(0xfd0ea, "f32x4.pmin", Shape.binary(V128)),
  F32X4_PMAX(0xfd0eb, "f32x4.pmax", Shape.binary(V128)),
  F64X2_ABS(0xfd0ec, "f64x2.abs", Shape.unary(V128)),
  F64X2_NEG(0xfd0ed, "f64x2.neg", Shape.unary(V128)),
  F64X2_SQRT(0xfd0ef, "f64x2.sqrt", Shape.unary(V128)),
  F64X2_ADD(0xfd0f0, "f64x2.add", Shape.binary(V128)),
  F64X2_SUB(0xfd0f1, "f64x2.sub", Shape.binary(V128)),
  F64X2_MUL(0xfd0f2, "f64x2.mul", Shape.binary(V128)),
  F64X2_DIV(0xfd0f3, "f64x2.div", Shape.binary(V128)),
  F64X2_MIN(0xfd0f4, "f64x2.min", Shape.binary(V128)),
  F64X2_MAX(0xfd0f5, "f64x2.max", Shape.binary(V128)),
  F64X2_PMIN(0xfd0f6, "f64x2.pmin", Shape.binary(V128)),
  F64X2_PMAX(0xfd0f7, "f64x2.pmax", Shape.binary(V128)),
  I32X4_TRUNC_SAT_F32X4_S(0xfd0f8, "i32x4.trunc_sat_f32x4_s", Shape.unary(V128)),
  I32X4_TRUNC_SAT_F32X4_U(0xfd0f9, "i32x4.trunc_sat_f32x4_u", Shape.unary(V128)),
  F32X4_CONVERT_I32X4_S(0xfd0fa, "f32x4.convert_i32x4_s", Shape.unary(V128)),
  F32X4_CONVERT_I32X4_U(0xfd0fb, "f32x4.convert_i32x4_u", Shape.unary(V128)),
  I32X4_TRUNC_SAT_F64X2_S_ZERO(0xfd0fc, "i32x4.trunc_sat_f64x2_s_zero", Shape.unary(V128)),
  I32X4_TRUNC_SAT_F64X2_U_ZERO(0xfd0fd, "i32x4.trunc_sat_f64x2_u_zero", Shape.unary(V128)),
  F64X2_CONVERT_LOW_I32X4_S(0xfd0fe, "f64x2.convert_low_i32x4_s", Shape.unary(V128)),
  F64X2_CONVERT_LOW_I32X4_U(0xfd0ff, "f64x2.convert_low_i32x4_u", Shape.unary(V128)),
  // Relaxed vectors
  I8X16_RELAXED_SWIZZLE(0xfd100, "i8x16.relaxed_swizzle", Shape.binary(V128)),
  I32X4_RELAXED_TRUNC_F32X4_S(0xfd101, "i32x4.relaxed_trunc_f32x4_s", Shape.unary(V128)),
  I32X4_RELAXED_TRUNC_F32X4_U(0xfd102, "i32x4.relaxed_trunc_f32x4_u", Shape.unary(V128)),
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(0xfd103, "i32x4.relaxed_trunc_f64x2_s_zero", Shape.unary(V128)),
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(0xfd104, "i32x4.relaxed_trunc_f64x2_u_zero", Shape.unary(V128)),
  F32X4_RELAXED_MADD(0xfd105, "f32x4.relaxed_madd", Shape.takes(V128, V128, V128).gives(V128)),
  F32X4_RELAXED_NMADD(0xfd106, "f32x4.relaxed_nmadd", Shape.takes(V128, V128, V128).gives(V128)),
  F64X2_RELAXED_MADD(0xfd107, "f64x2.relaxed_madd", Shape.takes(V128, V128, V128).gives(V128)),
  F64X2_RELAXED_NMADD(0xfd108, "f64x2.relaxed_nmadd", Shape.takes(V128, V128, V128).gives(V128)),
  I8X16_RELAXED_LANESELECT(
      0xfd109, "i8x16.relaxed_laneselect", Shape.takes(V128, V128, V128).gives(V128)),
  I16X8_RELAXED_LANESELECT(
      0xfd10a, "i16x8.relaxed_laneselect", Shape.takes(V128, V128, V128).gives(V128)),
  I32X4_RELAXED_LANESELECT(
      0xfd10b, "i32x4.relaxed_laneselect", Shape.takes(V128, V128, V128).gives(V128)),
  I64X2_RELAXED_LANESELECT(
      0xfd10c, "i64x2.relaxed_laneselect", Shape.takes(V128, V128, V128).gives(V128)),
  F32X4_RELAXED_MIN(0xfd10d, "f32x4.relaxed_min", Shape.binary(V128)),
  F32X4_RELAXED_MAX(0xfd10e, "f32x4.relaxed_max", Shape.binary(V128)),
  F64X2_RELAXED_MIN(0xfd10f, "f64x2.relaxed_min", Shape.binary(V128)),
  F64X2_RELAXED_MAX(0xfd110, "f64x2.relaxed_max", Shape.binary(V128)),
  I16X8_RELAXED_Q15MULR_S(0xfd111, "i16x8.relaxed_q15mulr_s", Shape.binary(V128)),
  I16X8_RELAXED_DOT_I8X16_I7X16_S(0xfd112, "i16x8.relaxed_dot_i8x16_i7x16_s", Shape.binary(V128)),
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(
      0xfd113, "i32x4.relaxed_dot_i8x16_i7x16_add_s", Shape.takes(V128, V128, V128).gives(V128)),
  // Atomics (behind 0xfe): address, then what is compared, then the value
  MEMORY_ATOMIC_NOTIFY(0xfe000, "memory.atomic.notify", Shape.atomic(4, I32).gives(I32)),
  MEMORY_ATOMIC_WAIT32(0xfe001, "memory.atomic.wait32", Shape.atomic(4, I32, I64).gives(I32)),
  MEMORY_ATOMIC_WAIT64(0xfe002, "memory.atomic.wait64", Shape.atomic(8, I64, I64).gives(I32)),
  ATOMIC_FENCE(0xfe003, "atomic.fence", Shape.takes().with(Immediate.RESERVED)),
  I32_ATOMIC_LOAD(0xfe010, "i32.atomic.load", Shape.atomic(4).gives(I32)),
  I64_ATOMIC_LOAD(0xfe011, "i64.atomic.load", Shape.atomic(8).gives(I64)),
  I32_ATOMIC_LOAD8_U(0xfe012, "i32.atomic.load8_u", Shape.atomic(1).gives(I32)),
  I32_ATOMIC_LOAD16_U(0xfe013, "i32.atomic.load16_u", Shape.atomic(2).gives(I32)),
  I64_ATOMIC_LOAD8_U(0xfe014, "i64.atomic.load8_u", Shape.atomic(1).gives(I64)),
  I64_ATOMIC_LOAD16_U(0xfe015, "i64.atomic.load16_u", Shape.atomic(2).gives(I64)),
  I64_ATOMIC_LOAD32_U(0xfe016, "i64.atomic.load32_u", Shape.atomic(4).gives(I64)),
  I32_ATOMIC_STORE(0xfe017, "i32.atomic.store", Shape.atomic(4, I32)),
  I64_ATOMIC_STORE(0xfe018, "i64.atomic.store", Shape.atomic(8, I64)),
  I32_ATOMIC_STORE8(0xfe019, "i32.atomic.store8", Shape.atomic(1, I32)),
  I32_ATOMIC_STORE16(0xfe01a, "i32.atomic.store16", Shape.atomic(2, I32)),
  I64_ATOMIC_STORE8(0xfe01b, "i64.atomic.store8", Shape.atomic(1, I64)),
  I64_ATOMIC_STORE16(0xfe01c, "i64.atomic.store16", Shape.atomic(2, I64)),
  I64_ATOMIC_STORE32(0xfe01d, "i64.atomic.store32", Shape.atomic(4, I64)),
  I32_ATOMIC_RMW_ADD(0xfe01e, "i32.atomic.rmw.add", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_ADD(0xfe01f, "i64.atomic.rmw.add", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_ADD_U(0xfe020, "i32.atomic.rmw8.add_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_ADD_U(0xfe021, "i32.atomic.rmw16.add_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_ADD_U(0xfe022, "i64.atomic.rmw8.add_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_ADD_U(0xfe023, "i64.atomic.rmw16.add_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_ADD_U(0xfe024, "i64.atomic.rmw32.add_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_SUB(0xfe025, "i32.atomic.rmw.sub", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_SUB(0xfe026, "i64.atomic.rmw.sub", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_SUB_U(0xfe027, "i32.atomic.rmw8.sub_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_SUB_U(0xfe028, "i32.atomic.rmw16.sub_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_SUB_U(0xfe029, "i64.atomic.rmw8.sub_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_SUB_U(0xfe02a, "i64.atomic.rmw16.sub_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_SUB_U(0xfe02b, "i64.atomic.rmw32.sub_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_AND(0xfe02c, "i32.atomic.rmw.and", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_AND(0xfe02d, "i64.atomic.rmw.and", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_AND_U(0xfe02e, "i32.atomic.rmw8.and_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_AND_U(0xfe02f, "i32.atomic.rmw16.and_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_AND_U(0xfe030, "i64.atomic.rmw8.and_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_AND_U(0xfe031, "i64.atomic.rmw16.and_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_AND_U(0xfe032, "i64.atomic.rmw32.and_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_OR(0xfe033, "i32.atomic.rmw.or", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_OR(0xfe034, "i64.atomic.rmw.or", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_OR_U(0xfe035, "i32.atomic.rmw8.or_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_OR_U(0xfe036, "i32.atomic.rmw16.or_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_OR_U(0xfe037, "i64.atomic.rmw8.or_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_OR_U(0xfe038, "i64.atomic.rmw16.or_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_OR_U(0xfe039, "i64.atomic.rmw32.or_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_XOR(0xfe03a, "i32.atomic.rmw.xor", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_XOR(0xfe03b, "i64.atomic.rmw.xor", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_XOR_U(0xfe03c, "i32.atomic.rmw8.xor_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_XOR_U(0xfe03d, "i32.atomic.rmw16.xor_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_XOR_U(0xfe03e, "i64.atomic.rmw8.xor_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_XOR_U(0xfe03f, "i64.atomic.rmw16.xor_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_XOR_U(0xfe040, "i64.atomic.rmw32.xor_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_XCHG(0xfe041, "i32.atomic.rmw.xchg", Shape.atomic(4, I32).gives(I32)),
  I64_ATOMIC_RMW_XCHG(0xfe042, "i64.atomic.rmw.xchg", Shape.atomic(8, I64).gives(I64)),
  I32_ATOMIC_RMW8_XCHG_U(0xfe043, "i32.atomic.rmw8.xchg_u", Shape.atomic(1, I32).gives(I32)),
  I32_ATOMIC_RMW16_XCHG_U(0xfe044, "i32.atomic.rmw16.xchg_u", Shape.atomic(2, I32).gives(I32)),
  I64_ATOMIC_RMW8_XCHG_U(0xfe045, "i64.atomic.rmw8.xchg_u", Shape.atomic(1, I64).gives(I64)),
  I64_ATOMIC_RMW16_XCHG_U(0xfe046, "i64.atomic.rmw16.xchg_u", Shape.atomic(2, I64).gives(I64)),
  I64_ATOMIC_RMW32_XCHG_U(0xfe047, "i64.atomic.rmw32.xchg_u", Shape.atomic(4, I64).gives(I64)),
  I32_ATOMIC_RMW_CMPXCHG(0xfe048, "i32.atomic.rmw.cmpxchg", Shape.atomic(4, I32, I32).gives(I32)),
  I64_ATOMIC_RMW_CMPXCHG(0xfe049, "i64.atomic.rmw.cmpxchg", Shape.atomic(8, I64, I64).gives(I64)),
  I32_ATOMIC_RMW8_CMPXCHG_U(
      0xfe04a, "i32.atomic.rmw8.cmpxchg_u", Shape.atomic(1, I32, I32).gives(I32)),
  I32_ATOMIC_RMW16_CMPXCHG_U(
      0xfe04b, "i32.atomic.rmw16.cmpxchg_u", Shape.atomic(2, I32, I32).gives(I32)),
  I64_ATOMIC_RMW8_CMPXCHG_U(
      0xfe04c, "i64.atomic.rmw8.cmpxchg_u", Shape.atomic(1, I64, I64).gives(I64)),
  I64_ATOMIC_RMW16_CMPXCHG_U(
      0xfe04d, "i64.atomic.rmw16.cmpxchg_u", Shape.atomic(2, I64, I64).gives(I64)),
  I64_ATOMIC_RMW32_CMPXCHG_U(
      0xfe04e, "i64.atomic.rmw32.cmpxchg_u", Shape.atomic(4, I64, I64).gives(I64));

  /** Introduces saturating conversions and instructions on memories and tables as a whole. */
  static final int PREFIX = 0xfc;

  private static final int PREFIX_SHIFT = 12;
  private static final int LONGEST = 1 << PREFIX_SHIFT;
  private static final Opcode[] SHORT = new Opcode[256];
  private static final Opcode[][] PREFIXED = new Opcode[256][];

  static {
    for (Opcode opcode : values()) {
      int prefix = opcode.code >> PREFIX_SHIFT;
      if (prefix == 0) {
        SHORT[opcode.code] = opcode;
      } else {
        PREFIXED[prefix] = PREFIXED[prefix] == null ? new Opcode[LONGEST] : PREFIXED[prefix];
        PREFIXED[prefix][opcode.code & (LONGEST - 1)] = opcode;
      }
    }
  }

  private final int code;
  private final String text;

  @SuppressWarnings("ImmutableEnumChecker") // a record of types, which nobody can change
  private final Shape shape;

  Opcode(int code, String text, Immediate immediate) {
    this(code, text, Shape.ofModule(immediate));
  }

  Opcode(int code, String text, Shape shape) {
    this.code = code;
    this.text = text;
    this.shape = shape;
  }

  /** The instruction with a code of one byte, or null. */
  static Opcode of(int code) {
    return SHORT[code];
  }

  /** The instruction behind a prefix, or null. */
  static Opcode prefixed(int prefix, int code) {
    Opcode[] row = PREFIXED[prefix];
    return row != null && code >= 0 && code < LONGEST ? row[code] : null;
  }

  /** Whether a byte introduces instructions of more than one byte. */
  static boolean isPrefix(int code) {
    return PREFIXED[code] != null;
  }

  /** The byte that introduces it, 0 for none. */
  int prefix() {
    return code >> PREFIX_SHIFT;
  }

  /** Its name in the text format. */
  public String text() {
    return text;
  }

  /** Operands and results with addresses of 32 bits; null where they depend on the module. */
  public FunctionType type() {
    return shape.type();
  }

  /** The same for a memory or table with such addresses. */
  public FunctionType type(AddressType addresses) {
    return addresses == AddressType.I32 ? shape.type() : shape.wide();
  }

  /** What follows it in the binary. */
  public Immediate immediate() {
    return shape.immediate();
  }

  /**
   * How many bytes of memory it reads or writes at an address, or has a lane that it names; 0 of
   * others.
   */
  public int width() {
    return shape.width();
  }

  @Override
  public String toString() {
    return text;
  }
}

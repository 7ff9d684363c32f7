package org.dylink.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Signature;

/** An instruction that takes numbers and gives one (WebAssembly Core 2.0, without vectors). */
record NumericInstruction(int prefix, int opcode, FunctionType type) {
  private static final int NONE = -1;
  private static final int SATURATING = 0xfc;

  /** First and last opcode, and what all of them take and give. */
  private static final Object[][] RANGES = {
    {NONE, 0x45, 0x45, "(i32) -> i32"}, // eqz
    {NONE, 0x46, 0x4f, "(i32, i32) -> i32"},
    {NONE, 0x50, 0x50, "(i64) -> i32"}, // eqz
    {NONE, 0x51, 0x5a, "(i64, i64) -> i32"},
    {NONE, 0x5b, 0x60, "(f32, f32) -> i32"},
    {NONE, 0x61, 0x66, "(f64, f64) -> i32"},
    {NONE, 0x67, 0x69, "(i32) -> i32"}, // clz, ctz, popcnt
    {NONE, 0x6a, 0x78, "(i32, i32) -> i32"},
    {NONE, 0x79, 0x7b, "(i64) -> i64"},
    {NONE, 0x7c, 0x8a, "(i64, i64) -> i64"},
    {NONE, 0x8b, 0x91, "(f32) -> f32"},
    {NONE, 0x92, 0x98, "(f32, f32) -> f32"},
    {NONE, 0x99, 0x9f, "(f64) -> f64"},
    {NONE, 0xa0, 0xa6, "(f64, f64) -> f64"},
    {NONE, 0xa7, 0xa7, "(i64) -> i32"}, // wrap
    {NONE, 0xa8, 0xa9, "(f32) -> i32"}, // trunc
    {NONE, 0xaa, 0xab, "(f64) -> i32"},
    {NONE, 0xac, 0xad, "(i32) -> i64"}, // extend
    {NONE, 0xae, 0xaf, "(f32) -> i64"}, // trunc
    {NONE, 0xb0, 0xb1, "(f64) -> i64"},
    {NONE, 0xb2, 0xb3, "(i32) -> f32"}, // convert
    {NONE, 0xb4, 0xb5, "(i64) -> f32"},
    {NONE, 0xb6, 0xb6, "(f64) -> f32"}, // demote
    {NONE, 0xb7, 0xb8, "(i32) -> f64"},
    {NONE, 0xb9, 0xba, "(i64) -> f64"},
    {NONE, 0xbb, 0xbb, "(f32) -> f64"}, // promote
    {NONE, 0xbc, 0xbc, "(f32) -> i32"}, // reinterpret
    {NONE, 0xbd, 0xbd, "(f64) -> i64"},
    {NONE, 0xbe, 0xbe, "(i32) -> f32"},
    {NONE, 0xbf, 0xbf, "(i64) -> f64"},
    {NONE, 0xc0, 0xc1, "(i32) -> i32"}, // extend8_s, extend16_s
    {NONE, 0xc2, 0xc4, "(i64) -> i64"},
    {SATURATING, 0, 1, "(f32) -> i32"},
    {SATURATING, 2, 3, "(f64) -> i32"},
    {SATURATING, 4, 5, "(f32) -> i64"},
    {SATURATING, 6, 7, "(f64) -> i64"},
  };

  private static final List<NumericInstruction> ALL = all();
  static final List<NumericInstruction> TRAPPING =
      ALL.stream().filter(NumericInstruction::traps).toList();
  static final List<NumericInstruction> TOTAL = ALL.stream().filter(i -> !i.traps()).toList();

  /** Whether the result shows more of its last operand, if that is a NaN, than that it is one. */
  boolean showsNan() {
    return prefix == NONE && (opcode == 0x98 || opcode == 0xa6 || opcode == 0xbc || opcode == 0xbd);
  }

  /** Whether it is {@code f32.convert_i64_u}. */
  boolean convertsUnsignedToFloat() {
    return prefix == NONE && opcode == 0xb5;
  }

  ValueType lastOperand() {
    return type.params().get(type.params().size() - 1);
  }

  /** The instruction of these bytes, or null if they are another one. */
  static NumericInstruction of(byte[] bytes) {
    return ALL.stream().filter(each -> Arrays.equals(each.bytes(), bytes)).findFirst().orElse(null);
  }

  /** All of the same type, itself included. */
  List<NumericInstruction> alike() {
    return ALL.stream().filter(each -> each.type.equals(type)).toList();
  }

  byte[] bytes() {
    return prefix == NONE ? new byte[] {(byte) opcode} : new byte[] {(byte) prefix, (byte) opcode};
  }

  void write(Code code) {
    if (prefix == NONE) {
      code.op(opcode);
    } else {
      code.op(prefix, opcode);
    }
  }

  private boolean traps() {
    return prefix == NONE
        && (isIn(0x6d, 0x70) || isIn(0x7f, 0x82) || isIn(0xa8, 0xab) || isIn(0xae, 0xb1));
  }

  private boolean isIn(int first, int last) {
    return first <= opcode && opcode <= last;
  }

  private static List<NumericInstruction> all() {
    List<NumericInstruction> all = new ArrayList<>();
    for (Object[] range : RANGES) {
      FunctionType type = Signature.of((String) range[3]);
      for (int opcode = (int) range[1]; opcode <= (int) range[2]; opcode++) {
        all.add(new NumericInstruction((int) range[0], opcode, type));
      }
    }
    return List.copyOf(all);
  }
}

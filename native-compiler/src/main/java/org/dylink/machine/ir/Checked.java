package org.dylink.machine.ir;

import org.dylink.engine.jvm.code.Opcode;
import org.dylink.engine.machine.TrapCode;
import org.dylink.format.ValueType;
import org.dylink.machine.ir.FunctionText.Value;

/** Divisions and conversions, which trap for some operands. */
final class Checked {
  private final FunctionText text;

  Checked(FunctionText text) {
    this.text = text;
  }

  Value division(Opcode opcode, Value left, Value right) {
    String type = left.type();
    boolean isSigned = opcode.name().endsWith("_S");
    boolean isRemainder = opcode.name().contains("REM");
    trapIf("icmp eq " + right + ", 0", TrapCode.DIVISION_BY_ZERO);
    String instruction = (isSigned ? "s" : "u") + (isRemainder ? "rem " : "div ");
    if (!isSigned) {
      return text.give(type, instruction + left + ", " + right.name());
    }
    Value isMinusOne = text.give("i1", "icmp eq " + right + ", -1");
    if (isRemainder) {
      // The remainder by -1 is 0, also of the least number, whose quotient has no place.
      Value divisor =
          text.give(type, "select i1 " + isMinusOne.name() + ", " + type + " 1, " + right);
      return text.give(type, instruction + left + ", " + divisor.name());
    }
    long least = type.equals("i32") ? Integer.MIN_VALUE : Long.MIN_VALUE;
    Value isLeast = text.give("i1", "icmp eq " + left + ", " + least);
    trapIf("and i1 " + isMinusOne.name() + ", " + isLeast.name(), TrapCode.OVERFLOW);
    return text.give(type, instruction + left + ", " + right.name());
  }

  Value conversion(Opcode opcode, Value operand) {
    boolean isSigned = opcode.name().endsWith("_S");
    boolean isNarrow = opcode.type().results().get(0) == ValueType.I32;
    boolean isDouble = operand.type().equals("double");
    trapIf("fcmp uno " + operand + ", " + operand.name(), TrapCode.INVALID_CONVERSION);
    double above = isSigned ? (isNarrow ? 0x1p31 : 0x1p63) : (isNarrow ? 0x1p32 : 0x1p64);
    // The greatest number below the range: where the type has it, the range's least number less 1.
    boolean isExact = isNarrow && isDouble;
    double below = isSigned ? (isExact ? -0x1p31 - 1 : -above) : -1;
    String lower = isSigned && !isExact ? "olt" : "ole";
    Value isBelow = text.give("i1", "fcmp " + lower + " " + operand + ", " + hex(below));
    Value isAbove = text.give("i1", "fcmp oge " + operand + ", " + hex(above));
    trapIf("or i1 " + isBelow.name() + ", " + isAbove.name(), TrapCode.OVERFLOW);
    String type = isNarrow ? "i32" : "i64";
    return text.give(type, (isSigned ? "fptosi " : "fptoui ") + operand + " to " + type);
  }

  private static String hex(double value) {
    return "0x"
        + Long.toHexString(Double.doubleToRawLongBits(value)).toUpperCase(java.util.Locale.ROOT);
  }

  private void trapIf(String condition, TrapCode code) {
    text.trapIf(text.give("i1", condition).name(), code, "0", "0");
  }
}

package org.dylink.bindgen.macro;

import java.util.Set;
import org.dylink.bindgen.c.NumberKind;
import org.dylink.bindgen.macro.MacroValues.NoConstantException;
import org.dylink.bindgen.macro.Value.Real;
import org.dylink.bindgen.macro.Value.Whole;

/** What the operators of C do with constants. */
final class Operators {
  static final Set<String> UNARY = Set.of("-", "+", "~", "!");

  private Operators() {}

  static boolean isTrue(Value value) {
    return value instanceof Real real ? real.number() != 0 : whole(value).bits() != 0;
  }

  static Value unary(String operator, Value value) {
    if (value instanceof Real real && !operator.equals("~")) {
      return switch (operator) {
        case "-" -> new Real(-real.number());
        case "!" -> Whole.of(real.number() == 0);
        default -> value;
      };
    }
    Whole whole = whole(value);
    return switch (operator) {
      case "-" -> Whole.of(-whole.bits(), whole.wide(), whole.unsigned());
      case "~" -> Whole.of(~whole.bits(), whole.wide(), whole.unsigned());
      case "!" -> Whole.of(whole.bits() == 0);
      default -> whole;
    };
  }

  static Value cast(NumberKind kind, Value value) {
    if (kind == NumberKind.DOUBLE || kind == NumberKind.FLOAT) {
      double number = value instanceof Real real ? real.number() : whole(value).bits();
      return new Real(kind == NumberKind.FLOAT ? (float) number : number);
    } else if (kind == NumberKind.BOOL) {
      return Whole.of(isTrue(value));
    }
    long bits = value instanceof Real real ? (long) real.number() : whole(value).bits();
    int unused = Long.SIZE - 8 * kind.size();
    long cut = kind.isUnsigned() ? bits << unused >>> unused : bits << unused >> unused;
    boolean promoted = kind.size() < Integer.BYTES;
    return Whole.of(cut, kind.size() == Long.BYTES, kind.isUnsigned() && !promoted);
  }

  static Value binary(String operator, Value left, Value right) {
    if (left instanceof Real || right instanceof Real) {
      return real(operator, number(left), number(right));
    }
    Whole a = whole(left);
    Whole b = whole(right);
    switch (operator) {
      case "<<", ">>" -> {
        return shift(operator, a, b);
      }
      case "&&" -> {
        return Whole.of(isTrue(a) && isTrue(b));
      }
      case "||" -> {
        return Whole.of(isTrue(a) || isTrue(b));
      }
      default -> {
        // C11, 6.3.1.8: the wider of the two; of the same width, the unsigned one.
        boolean wide = a.wide() || b.wide();
        boolean unsigned = (a.unsigned() && a.wide() == wide) || (b.unsigned() && b.wide() == wide);
        long x = Whole.of(a.bits(), wide, unsigned).bits();
        long y = Whole.of(b.bits(), wide, unsigned).bits();
        return compute(operator, x, y, wide, unsigned);
      }
    }
  }

  private static Whole shift(String operator, Whole a, Whole b) {
    int width = a.wide() ? Long.SIZE : Integer.SIZE;
    if (b.bits() < 0 || b.bits() >= width) {
      throw new NoConstantException("shift by " + b.bits());
    }
    int count = (int) b.bits();
    long right = a.unsigned() ? a.bits() >>> count : a.bits() >> count;
    long bits = operator.equals("<<") ? a.bits() << count : right;
    return Whole.of(bits, a.wide(), a.unsigned());
  }

  private static Whole compute(String operator, long x, long y, boolean wide, boolean unsigned) {
    int order = unsigned ? Long.compareUnsigned(x, y) : Long.compare(x, y);
    return switch (operator) {
      case "+" -> Whole.of(x + y, wide, unsigned);
      case "-" -> Whole.of(x - y, wide, unsigned);
      case "*" -> Whole.of(x * y, wide, unsigned);
      case "/" -> Whole.of(unsigned ? Long.divideUnsigned(x, y) : x / y, wide, unsigned);
      case "%" -> Whole.of(unsigned ? Long.remainderUnsigned(x, y) : x % y, wide, unsigned);
      case "&" -> Whole.of(x & y, wide, unsigned);
      case "|" -> Whole.of(x | y, wide, unsigned);
      case "^" -> Whole.of(x ^ y, wide, unsigned);
      case "==" -> Whole.of(x == y);
      case "!=" -> Whole.of(x != y);
      case "<" -> Whole.of(order < 0);
      case ">" -> Whole.of(order > 0);
      case "<=" -> Whole.of(order <= 0);
      default -> Whole.of(order >= 0);
    };
  }

  private static Value real(String operator, double x, double y) {
    return switch (operator) {
      case "+" -> new Real(x + y);
      case "-" -> new Real(x - y);
      case "*" -> new Real(x * y);
      case "/" -> new Real(x / y);
      default -> throw new NoConstantException(operator);
    };
  }

  private static double number(Value value) {
    return value instanceof Real real ? real.number() : whole(value).bits();
  }

  private static Whole whole(Value value) {
    if (value instanceof Whole whole) {
      return whole;
    }
    throw new NoConstantException("a number was expected");
  }
}

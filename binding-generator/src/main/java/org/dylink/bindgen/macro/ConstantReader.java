package org.dylink.bindgen.macro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values of variables in LLVM's text (LLVM Language Reference, "Constants"). */
final class ConstantReader {
  /** What a variable of {@link MacroProbe#KIND} has for a {@code _Bool}. */
  static final int TRUTH = 1;

  /** The same for a number without a sign. */
  static final int UNSIGNED = 2;

  // @name = dso_local global i32 5, align 4
  private static final Pattern VARIABLE =
      Pattern.compile("@([\\w.]+) = (?:[a-z_]+ )*?(?:global|constant) (.*?)(?:, align \\d+)?");
  private static final Pattern WHOLE = Pattern.compile("i(8|16|32|64) (-?\\d+)");
  private static final Pattern REAL = Pattern.compile("(float|double) (\\S+)");
  private static final Pattern QUAD =
      Pattern.compile("fp128 0xL(\\p{XDigit}{16})(\\p{XDigit}{16})");
  private static final Pattern ADDRESS =
      Pattern.compile("ptr (?:null|inttoptr \\(i32 (-?\\d+) to ptr\\))");
  // What a string becomes, and nothing that the header has named.
  private static final Pattern TEXT = Pattern.compile("ptr @(\\.str(?:\\.\\d+)?)");

  private final Map<String, String> variables = new HashMap<>();

  ConstantReader(List<String> lines) {
    for (String line : lines) {
      Matcher variable = VARIABLE.matcher(line);
      if (variable.matches()) {
        variables.put(variable.group(1), variable.group(2));
      }
    }
  }

  /** The value of a macro, by its place. */
  Value value(int place) throws NoConstantException {
    String value = variables.getOrDefault(MacroProbe.VALUE + place, "");
    Matcher whole = WHOLE.matcher(value);
    Matcher real = REAL.matcher(value);
    Matcher quad = QUAD.matcher(value);
    Matcher address = ADDRESS.matcher(value);
    Matcher text = TEXT.matcher(value);
    if (whole.matches()) {
      return whole(whole, variables.getOrDefault(MacroProbe.KIND + place, ""));
    } else if (real.matches()) {
      return real(real);
    } else if (quad.matches()) {
      return new Value.Real(quad(quad));
    } else if (address.matches()) {
      String bits = address.group(1);
      return new Value.Whole(bits == null ? 0 : Long.parseLong(bits), false);
    } else if (text.matches()) {
      return new Value.Text(TextReader.text(variables.getOrDefault(text.group(1), "")));
    }
    throw new NoConstantException(
        value.startsWith("ptr ")
            ? "a macro that is an address of the library's"
            : "a macro of a type that Java has no constants of");
  }

  /** The value of a static variable, by its place: also one that is an array of characters. */
  Value value(int place, String name) throws NoConstantException {
    String value = variables.getOrDefault(MacroProbe.VALUE + place, "");
    return value.equals("ptr @" + name)
        ? new Value.Text(TextReader.line(variables.getOrDefault(name, "")))
        : value(place);
  }

  private static Value whole(Matcher whole, String kind) {
    int size = Integer.parseInt(whole.group(1));
    long bits = Long.parseLong(whole.group(2));
    if (kind.equals("i8 " + TRUTH)) {
      return new Value.Truth(bits != 0);
    }
    int unused = Long.SIZE - size;
    boolean unsigned = kind.equals("i8 " + UNSIGNED);
    return new Value.Whole(unsigned ? bits << unused >>> unused : bits, size == Long.SIZE);
  }

  /** In decimal where that is exact, else the bits of a double, also for a float. */
  private static Value real(Matcher real) {
    String digits = real.group(2);
    double number =
        digits.startsWith("0x")
            ? Double.longBitsToDouble(Long.parseUnsignedLong(digits.substring(2), 16))
            : Double.parseDouble(digits);
    return real.group(1).equals("float")
        ? new Value.Single((float) number)
        : new Value.Real(number);
  }

  /** IEEE 754, binary128: the lower half comes first. */
  private static double quad(Matcher quad) throws NoConstantException {
    long low = Long.parseUnsignedLong(quad.group(1), 16);
    long high = Long.parseUnsignedLong(quad.group(2), 16);
    int exponent = (int) (high >>> 48) & 0x7fff;
    double sign = high < 0 ? -1 : 1;
    BigInteger fraction =
        BigInteger.valueOf(high & 0xffff_ffff_ffffL)
            .shiftLeft(Long.SIZE)
            .add(new BigInteger(Long.toUnsignedString(low)));
    if (exponent == 0x7fff) {
      return fraction.signum() == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      return sign * 0.0; // far below the smallest double
    }
    int scale = exponent - 16383 - 112;
    BigDecimal whole = new BigDecimal(fraction.setBit(112));
    BigDecimal power = BigDecimal.valueOf(2).pow(Math.abs(scale));
    if (Math.abs(scale) > 2000) {
      throw new NoConstantException("a long double that no double has");
    }
    BigDecimal number = scale < 0 ? whole.divide(power) : whole.multiply(power);
    return sign * number.doubleValue();
  }
}

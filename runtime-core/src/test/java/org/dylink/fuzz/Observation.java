package org.dylink.fuzz;

import java.util.Arrays;
import org.dylink.engine.Function;

/**
 * What one engine did.
 *
 * @param what what was asked of it
 * @param outcome results or the kind of a trap, and what is in memory, table and globals then
 * @param last whether nothing is to be compared any more, this included: engines need not agree
 *     about it, or one of them is known not to do it
 */
record Observation(String what, String outcome, boolean last) {
  /** A value in words; all NaNs of a width are one, and other floats have their bits. */
  static String describe(Object value) {
    if (value instanceof Float number) {
      return number.isNaN()
          ? "f32 nan"
          : "f32 " + Integer.toHexString(Float.floatToRawIntBits(number));
    } else if (value instanceof Double number) {
      return number.isNaN()
          ? "f64 nan"
          : "f64 " + Long.toHexString(Double.doubleToRawLongBits(number));
    } else if (value instanceof Long number) {
      return "i64 " + number;
    } else if (value instanceof Function function) {
      return "function " + function.name();
    } else if (value instanceof Object[] values) {
      return Arrays.stream(values).map(Observation::describe).toList().toString();
    }
    return String.valueOf(value);
  }
}

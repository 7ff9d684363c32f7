package org.dylink.binding.marshal;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Set;
import org.dylink.binding.Unsigned;

/** A number that is unsigned in C, and signed or wider in Java. */
final class UnsignedNumber {
  private static final Map<Class<?>, Set<Integer>> BITS =
      Map.of(
          byte.class, Set.of(8),
          char.class, Set.of(16),
          short.class, Set.of(16),
          int.class, Set.of(8, 16, 32),
          long.class, Set.of(8, 16, 32, 64));

  private final String place;
  private final Class<?> type;
  private final int bits;

  private UnsignedNumber(String place, Class<?> type, int bits) {
    this.place = place;
    this.type = type;
    this.bits = bits;
  }

  /**
   * What is said of a parameter, or of a method's result.
   *
   * @param place how messages name it
   * @return null if nothing is, or if it changes nothing: all bits are passed as they are
   * @throws IllegalArgumentException if the type cannot be what is said
   */
  static UnsignedNumber of(AnnotatedElement element, Class<?> type, String place) {
    Unsigned unsigned = element.getAnnotation(Unsigned.class);
    if (unsigned == null) {
      return null;
    }
    Class<?> number = type.isArray() ? type.getComponentType() : type;
    int width = BITS.containsKey(number) ? width(number) : 0;
    int bits = unsigned.value() == 0 ? width : unsigned.value();
    boolean isFit = width > 0 && BITS.get(number).contains(bits);
    if (!isFit || (type.isArray() && bits != width)) {
      throw new IllegalArgumentException(
          "@Unsigned%s is not for %s"
              .formatted(
                  unsigned.value() == 0 ? "" : "(" + unsigned.value() + ")", type.getSimpleName()));
    }
    boolean isPlain = type.isArray() || number == char.class || (bits == width && bits >= 32);
    return isPlain ? null : new UnsignedNumber(place, type, bits);
  }

  /** The type in Java. */
  Class<?> type() {
    return type;
  }

  /** All its bits, as a number. */
  long mask() {
    return -1L >>> (Long.SIZE - bits);
  }

  /** What C is passed: zeroes above its bits. Generated code calls it, and handles. */
  public int pass(long value) {
    if (bits == width(type)) {
      return (int) (value & mask());
    } else if (value < 0 || value > mask()) {
      throw new IllegalArgumentException(
          place + " is " + value + ": C's number has " + bits + " bits, and no sign");
    }
    return (int) value;
  }

  /** What Java is given. */
  public long take(int value) {
    return value & mask();
  }

  private static int width(Class<?> type) {
    return switch (type.getName()) {
      case "byte" -> Byte.SIZE;
      case "short", "char" -> Short.SIZE;
      case "int" -> Integer.SIZE;
      default -> Long.SIZE;
    };
  }
}

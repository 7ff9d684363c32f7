package org.dylink.binding.shape;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.Set;
import org.dylink.binding.Unsigned;

/**
 * A number that is unsigned in C, and signed or wider in Java.
 *
 * @param place how messages name it
 * @param type the type in Java
 * @param bits how many C has
 */
public record UnsignedShape(String place, Class<?> type, int bits) {
  private static final Map<Class<?>, Set<Integer>> BITS =
      Map.of(
          byte.class, Set.of(8),
          char.class, Set.of(16),
          short.class, Set.of(16),
          int.class, Set.of(8, 16, 32),
          long.class, Set.of(8, 16, 32, 64));

  /**
   * What is said of a parameter, or of a method's result.
   *
   * @param place how messages name it
   * @return null if nothing is, or if it changes nothing: all bits are passed as they are
   * @throws IllegalArgumentException if the type cannot be what is said
   */
  static UnsignedShape of(AnnotatedElement element, Class<?> type, String place) {
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
    return isPlain ? null : new UnsignedShape(place, type, bits);
  }

  /** All its bits, as a number. */
  public long mask() {
    return -1L >>> (Long.SIZE - bits);
  }

  /** Whether Java's type has other numbers than C's: those that C has no bits for. */
  public boolean isWiderInJava() {
    return bits != width(type);
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

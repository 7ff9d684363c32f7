package org.dylink.binding;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the components of a record are in memory, as clang lays out a C struct with the same fields
 * for wasm32.
 *
 * <p>A component is a boolean (C's bool), byte, short or char (16 bits), int, long (64 bits, C's
 * {@code long long}), float, double, a {@link Pointer}, a String ({@code char *}, or an array with
 * {@link Length}), an array of numbers with {@link Length}, or another record inside of it.
 *
 * @param type the record
 * @param fields in the order of the components
 * @param size in bytes, with what is needed behind the last field
 * @param alignment 1, 2, 4 or 8
 */
public record StructLayout(
    Class<? extends Record> type, List<Field> fields, int size, int alignment) {
  /**
   * A component.
   *
   * @param name its name
   * @param type its type in Java
   * @param offset bytes from the struct's beginning
   * @param length how many elements it has inside the struct; 0 if it is not an array
   */
  public record Field(String name, Class<?> type, int offset, int length) {}

  private static final int POINTER = 4;
  private static final Map<Class<?>, Integer> SIZES =
      Map.ofEntries(
          Map.entry(boolean.class, 1),
          Map.entry(byte.class, 1),
          Map.entry(short.class, 2),
          Map.entry(char.class, 2),
          Map.entry(int.class, 4),
          Map.entry(long.class, 8),
          Map.entry(float.class, 4),
          Map.entry(double.class, 8),
          Map.entry(Pointer.class, POINTER));

  public StructLayout {
    fields = List.copyOf(fields);
  }

  /**
   * The layout of a record.
   *
   * @throws IllegalArgumentException if a component has no place in a struct
   */
  public static StructLayout of(Class<? extends Record> type) {
    List<Field> fields = new ArrayList<>();
    int end = 0;
    int widest = 1;
    for (RecordComponent component : type.getRecordComponents()) {
      Extent extent = extent(type, component);
      int offset = align(end, extent.alignment());
      int length = extent.isArray() ? component.getAnnotation(Length.class).value() : 0;
      fields.add(new Field(component.getName(), component.getType(), offset, length));
      end = Math.addExact(offset, extent.size());
      widest = Math.max(widest, extent.alignment());
    }
    return new StructLayout(type, fields, align(end, widest), widest);
  }

  /**
   * The offset of a component.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public int offset(String component) {
    return fields.stream()
        .filter(field -> field.name().equals(component))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(type.getName() + "." + component + "?"))
        .offset();
  }

  private record Extent(int size, int alignment, boolean isArray) {}

  private static Extent extent(Class<?> owner, RecordComponent component) {
    Class<?> type = component.getType();
    Length length = component.getAnnotation(Length.class);
    if (length != null) {
      return array(owner, component, length.value());
    } else if (type.isRecord()) {
      StructLayout inner = of(type.asSubclass(Record.class));
      return new Extent(inner.size(), inner.alignment(), false);
    }
    Integer size = type == String.class ? Integer.valueOf(POINTER) : SIZES.get(type);
    if (size == null) {
      String hint = type.isArray() ? ": give its @Length" : "";
      throw new IllegalArgumentException(
          describe(owner, component) + " has no place in a struct" + hint);
    }
    return new Extent(size, size, false);
  }

  private static Extent array(Class<?> owner, RecordComponent component, int length) {
    Class<?> element =
        component.getType() == String.class ? byte.class : component.getType().getComponentType();
    if (element == null || !element.isPrimitive() || length < 1) {
      throw new IllegalArgumentException(
          describe(owner, component) + ": @Length(" + length + ") is for arrays of numbers");
    }
    return new Extent(Math.multiplyExact(SIZES.get(element), length), SIZES.get(element), true);
  }

  private static String describe(Class<?> owner, RecordComponent component) {
    String type = component.getType().getSimpleName();
    return owner.getSimpleName() + "." + component.getName() + " (" + type + ")";
  }

  private static int align(int offset, int alignment) {
    return Math.addExact(offset, alignment - 1) & -alignment;
  }
}

package org.dylink.binding.shape;

import java.util.List;
import java.util.Optional;
import org.dylink.binding.StructLayout;
import org.dylink.format.ValueType;

/**
 * How C passes and returns a struct on wasm32 (tool conventions, BasicCABI.md, "Function
 * signatures"): one without anything in it not at all, one with a single scalar in it as that
 * scalar, however deep it lies, and all others by the address of a copy.
 *
 * @param way which of the three
 * @param scalar the Java type of the only scalar; null if there is none
 */
public record StructShape(Way way, Class<?> scalar) {
  public enum Way {
    NOTHING,
    SCALAR,
    ADDRESS
  }

  private static final StructShape NOTHING = new StructShape(Way.NOTHING, null);
  private static final StructShape BY_ADDRESS = new StructShape(Way.ADDRESS, null);

  /**
   * The shape of a record.
   *
   * @throws IllegalArgumentException if a component has no place in a struct
   */
  public static StructShape of(Class<? extends Record> type) {
    return of(StructLayout.of(type));
  }

  public static StructShape of(StructLayout layout) {
    if (isEmpty(layout)) {
      return NOTHING;
    }
    return scalarOf(layout).map(type -> new StructShape(Way.SCALAR, type)).orElse(BY_ADDRESS);
  }

  /** The value that is passed; none for a struct without anything in it. */
  public Optional<ValueType> type() {
    return switch (way) {
      case NOTHING -> Optional.empty();
      case SCALAR -> Optional.of(ValueTypes.of(scalar));
      case ADDRESS -> Optional.of(ValueType.I32);
    };
  }

  private static Optional<Class<?>> scalarOf(StructLayout layout) {
    List<StructLayout.Field> fields =
        layout.fields().stream().filter(field -> !isEmpty(field)).toList();
    if (fields.size() != 1 || fields.get(0).length() > 1) {
      return Optional.empty();
    }
    StructLayout.Field field = fields.get(0);
    return field.type().isRecord() ? scalarOf(inner(field)) : Optional.of(elementOf(field));
  }

  private static Class<?> elementOf(StructLayout.Field field) {
    if (field.length() == 0) {
      return field.type();
    }
    return field.type() == String.class ? byte.class : field.type().getComponentType();
  }

  private static boolean isEmpty(StructLayout layout) {
    return layout.fields().stream().allMatch(StructShape::isEmpty);
  }

  private static boolean isEmpty(StructLayout.Field field) {
    return field.type().isRecord() && isEmpty(inner(field));
  }

  private static StructLayout inner(StructLayout.Field field) {
    return StructLayout.of(field.type().asSubclass(Record.class));
  }
}

package org.dylink.binding.abi;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.binding.Length;

/** Numbers and strings in one line, which values of any type are made of, and shown as. */
final class Leaves {
  static final Collector<CharSequence, ?, String> JOINED =
      Collectors.filtering(text -> text.length() > 0, Collectors.joining(","));

  private final Iterator<String> leaves;

  Leaves(String line) {
    this.leaves = Arrays.asList(line.split(",", -1)).iterator();
  }

  Object[] values(Class<?>... types) {
    return Stream.of(types).map(this::value).toArray();
  }

  String shownAs(Class<?>... types) {
    return Stream.of(values(types)).map(Leaves::shown).collect(JOINED);
  }

  Object value(Class<?> type) {
    return type.isRecord() ? struct(type) : leaf(type);
  }

  private Object struct(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Object[] values = Stream.of(components).map(this::component).toArray();
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object component(RecordComponent component) {
    if (!component.getType().isArray()) {
      return value(component.getType());
    }
    int length = component.getAnnotation(Length.class).value();
    Object array = Array.newInstance(component.getType().getComponentType(), length);
    for (int i = 0; i < length; i++) {
      Array.set(array, i, leaf(array.getClass().getComponentType()));
    }
    return array;
  }

  private Object leaf(Class<?> type) {
    String text = leaves.next();
    return switch (type.getName()) {
      case "boolean" -> text.equals("1");
      case "byte" -> Byte.valueOf(text);
      case "char" -> (char) Integer.parseInt(text);
      case "double" -> Double.valueOf(text);
      case "float" -> Float.valueOf(text);
      case "int" -> Integer.valueOf(text);
      case "long" -> Long.valueOf(text);
      case "short" -> Short.valueOf(text);
      default -> text;
    };
  }

  /** A value's leaves, as C's printf would have them. */
  static String shown(Object value) {
    if (value instanceof Record struct) {
      return Stream.of(struct.getClass().getRecordComponents())
          .map(component -> shown(get(component, struct)))
          .collect(JOINED);
    } else if (value.getClass().isArray()) {
      return IntStream.range(0, Array.getLength(value))
          .mapToObj(i -> shown(Array.get(value, i)))
          .collect(JOINED);
    } else if (value instanceof Float || value instanceof Double) {
      return String.format(Locale.ROOT, "%.3f", ((Number) value).doubleValue());
    } else if (value instanceof Boolean truth) {
      return truth ? "1" : "0";
    }
    return value instanceof Character letter ? String.valueOf((int) letter) : value.toString();
  }

  private static Object get(RecordComponent component, Record struct) {
    try {
      return component.getAccessor().invoke(struct);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}

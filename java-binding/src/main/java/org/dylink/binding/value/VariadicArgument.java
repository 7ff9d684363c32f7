package org.dylink.binding.value;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.dylink.binding.Callback;
import org.dylink.binding.Pointer;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.memory.StructCodec;
import org.dylink.binding.shape.StructShape;
import org.dylink.engine.Memory;

/**
 * What stands behind the named parameters of a variadic function. On wasm32, clang passes a pointer
 * to a buffer of them, each promoted as C does it and aligned to its size (tool-conventions,
 * BasicCABI.md).
 */
final class VariadicArgument extends Argument {
  private final Map<Class<?>, Argument> byType;

  VariadicArgument(String place) {
    super(place, false);
    this.byType =
        Map.of(
            String.class, new StringArgument(place, false),
            Pointer.class, new PointerArgument(place, false),
            Callback.class, new HandleArgument(place, false));
  }

  @Override
  int address(CallingThread thread, Object value) {
    Object[] promoted =
        Arrays.stream((Object[]) value)
            .filter(each -> !isEmpty(each))
            .map(each -> promote(thread, each))
            .toArray();
    int address = thread.scratch().take(8 * promoted.length);
    int at = address;
    for (Object each : promoted) {
      at = write(thread.memory(), at, each) + at;
    }
    return address;
  }

  /** Writes one value, and tells how far the next one is away. */
  private static int write(Memory memory, int at, Object value) {
    if (value instanceof Integer number) {
      memory.writeInt(at, number);
      return 4;
    }
    int padding = -at & 7;
    long bits = value instanceof Double number ? Double.doubleToRawLongBits(number) : (Long) value;
    memory.writeLong(at + padding, bits);
    return padding + 8;
  }

  private Object promote(CallingThread thread, Object value) {
    if (value == null) {
      return 0;
    } else if (value instanceof Long || value instanceof Double) {
      return value;
    } else if (value instanceof Float number) {
      return number.doubleValue();
    } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).intValue();
    } else if (value instanceof Character letter) {
      return (int) letter;
    } else if (value instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    return value instanceof Record struct ? promote(thread, struct) : pointer(thread, value);
  }

  /** What C passes of a struct is not promoted: a float in it stays one. */
  private Object promote(CallingThread thread, Record struct) {
    StructCodec codec = thread.library().structs().of(struct.getClass());
    StructShape shape = StructShape.of(codec.layout());
    if (shape.way() == StructShape.Way.ADDRESS) {
      int address = thread.scratch().take(codec.layout().size());
      codec.write(thread.library(), address, struct, thread.scratch());
      return address;
    }
    long bits = new ScalarStruct(codec).bits(thread, struct, thread.scratch());
    return codec.layout().size() > Integer.BYTES ? (Object) bits : (Object) (int) bits;
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Record struct
        && StructShape.of(struct.getClass()).way() == StructShape.Way.NOTHING;
  }

  private int pointer(CallingThread thread, Object value) {
    for (Map.Entry<Class<?>, Argument> entry : byType.entrySet()) {
      if (entry.getKey().isInstance(value)) {
        return (int) entry.getValue().put(thread, value);
      }
    }
    String types =
        byType.keySet().stream()
            .map(Class::getSimpleName)
            .sorted()
            .collect(Collectors.joining(", "));
    throw refuse(
        thread, "has a " + value.getClass().getName() + ": C takes numbers, records, " + types);
  }
}

package org.dylink.binding.marshal;

import java.util.Set;
import org.dylink.binding.Pointer;

/**
 * An array of pointers: to strings, or to anything. One more, a null pointer, stands behind the
 * last, where C looks for the end of many a list.
 */
final class AddressesArgument extends SeriesArgument {
  private static final Set<Class<?>> TYPES = Set.of(String[].class, Pointer[].class);

  private final BoundLibrary library;
  private final Argument element;

  AddressesArgument(
      String place, boolean orNull, Direction direction, Class<?> type, BoundLibrary library) {
    super(place, orNull, direction);
    this.library = library;
    this.element =
        type == String[].class
            ? new StringArgument(place, orNull)
            : new PointerArgument(place, orNull, library);
  }

  static boolean isFor(Class<?> type) {
    return TYPES.contains(type);
  }

  @Override
  int address(Scratch scratch, Object value) {
    Object[] elements = (Object[]) value;
    int size = Math.multiplyExact(Integer.BYTES, elements.length + 1);
    int address = scratch.take(size);
    scratch.memory().fill(address, (byte) 0, size);
    for (int i = 0; isIn() && i < elements.length; i++) {
      if (elements[i] == null && !isOrNull()) {
        throw refuse("has null at " + i + ": @OrNull would allow it");
      }
      scratch
          .memory()
          .writeInt(address + Integer.BYTES * i, (int) element.put(scratch, elements[i]));
    }
    return address;
  }

  @Override
  void copyBack(Scratch scratch, Object value, int address) {
    Object[] elements = (Object[]) value;
    for (int i = 0; i < elements.length; i++) {
      int at = scratch.memory().readInt(address + Integer.BYTES * i);
      elements[i] =
          value instanceof String[] ? library.stringOrNull(at) : library.pointerOrNull(at);
    }
  }
}

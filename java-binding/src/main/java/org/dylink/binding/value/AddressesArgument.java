package org.dylink.binding.value;

import java.lang.reflect.Array;
import java.util.Collection;
import org.dylink.binding.Pointer;
import org.dylink.binding.memory.BoundLibrary;
import org.dylink.binding.memory.CallingThread;
import org.dylink.binding.shape.ParameterShape;

/**
 * An array of pointers: to strings, or to anything; C gets the strings of a list in such an array.
 * One more, a null pointer, stands behind the last, where C looks for the end of many a list.
 */
final class AddressesArgument extends SeriesArgument {
  private final Argument element;

  AddressesArgument(ParameterShape shape) {
    super(shape);
    this.element =
        shape.type() == Pointer[].class
            ? new PointerArgument(shape.place(), shape.orNull())
            : new StringArgument(shape.place(), shape.orNull());
  }

  @Override
  int address(CallingThread thread, Object value) {
    Object[] elements = value instanceof Collection<?> list ? list.toArray() : (Object[]) value;
    int size = Math.multiplyExact(Integer.BYTES, elements.length + 1);
    int address = thread.scratch().take(size);
    thread.memory().fill(address, (byte) 0, size);
    for (int i = 0; isIn() && i < elements.length; i++) {
      if (elements[i] == null && !isOrNull()) {
        throw refuse(thread, "has null at " + i + ": @OrNull would allow it");
      }
      int to = (int) element.put(thread, elements[i]);
      thread.memory().writeInt(address + Integer.BYTES * i, to);
    }
    return address;
  }

  @Override
  int length(Object value) {
    return value instanceof Collection<?> list ? list.size() : Array.getLength(value);
  }

  @Override
  void copyBack(CallingThread thread, Object value, int address) {
    BoundLibrary library = thread.library();
    Object[] elements = (Object[]) value;
    for (int i = 0; i < elements.length; i++) {
      int at = thread.memory().readInt(address + Integer.BYTES * i);
      elements[i] =
          value instanceof String[] ? library.stringOrNull(at) : library.pointerOrNull(at);
    }
  }
}

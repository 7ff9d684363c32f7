package org.dylink.binding.value;

import org.dylink.binding.memory.CallingThread;

/** Makes a Java object of what C returned. Generated code calls it inside of a turn. */
public interface Result {
  /**
   * The object.
   *
   * @param bits of what C returned, or of the address where it has written a struct
   */
  Object read(CallingThread thread, long bits);
}

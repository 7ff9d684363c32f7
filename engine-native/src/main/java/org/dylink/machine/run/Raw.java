package org.dylink.machine.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.dylink.format.Vector;

/** Access to the process' memory by address: who asks has checked it. */
final class Raw {
  /** All of the process' memory. */
  @SuppressWarnings("restricted")
  static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  static final ValueLayout.OfDouble DOUBLE =
      ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  // Where threads look at a word while one writes it; at a multiple of its size.
  private static final VarHandle WHOLE_INT =
      ValueLayout.JAVA_INT.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();
  private static final VarHandle WHOLE_LONG =
      ValueLayout.JAVA_LONG.withOrder(ByteOrder.LITTLE_ENDIAN).varHandle();

  private Raw() {}

  static int getVolatileInt(long address) {
    return (int) WHOLE_INT.getVolatile(ALL, address);
  }

  static long getVolatileLong(long address) {
    return (long) WHOLE_LONG.getVolatile(ALL, address);
  }

  /** Writes a word; whoever sees it sees all that was written before. */
  static void publish(long address, long value) {
    WHOLE_LONG.setRelease(ALL, address, value);
  }

  static int getInt(long address) {
    return ALL.get(INT, address);
  }

  static long getLong(long address) {
    return ALL.get(LONG, address);
  }

  static float getFloat(long address) {
    return ALL.get(FLOAT, address);
  }

  static double getDouble(long address) {
    return ALL.get(DOUBLE, address);
  }

  static void putInt(long address, int value) {
    ALL.set(INT, address, value);
  }

  static void putLong(long address, long value) {
    ALL.set(LONG, address, value);
  }

  static void putFloat(long address, float value) {
    ALL.set(FLOAT, address, value);
  }

  static void putDouble(long address, double value) {
    ALL.set(DOUBLE, address, value);
  }

  /** A vector, the lower half first. */
  static Vector getVector(long address) {
    return Vector.of(getLong(address), getLong(address + 8));
  }

  static void putVector(long address, Vector value) {
    putLong(address, value.low());
    putLong(address + 8, value.high());
  }
}

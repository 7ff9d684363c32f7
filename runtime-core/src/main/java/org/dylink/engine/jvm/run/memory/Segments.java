package org.dylink.engine.jvm.run.memory;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle.AccessMode;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * Bytes beside the JVM's heap, as many as the system has, where Java has segments. HotSpot takes an
 * access for one instruction of the machine, behind a check of its own.
 */
final class Segments {
  /** Whether Java has them; if not, nothing else of this class may be used. */
  static final boolean ARE_THERE = SegmentHandles.ARE_THERE;

  private static final MethodHandle GET_BYTE = SegmentHandles.access("JAVA_BYTE", AccessMode.GET);
  private static final MethodHandle SET_BYTE = SegmentHandles.access("JAVA_BYTE", AccessMode.SET);
  private static final MethodHandle GET_SHORT =
      SegmentHandles.access("JAVA_SHORT_UNALIGNED", AccessMode.GET);
  private static final MethodHandle SET_SHORT =
      SegmentHandles.access("JAVA_SHORT_UNALIGNED", AccessMode.SET);
  private static final MethodHandle GET_INT =
      SegmentHandles.access("JAVA_INT_UNALIGNED", AccessMode.GET);
  private static final MethodHandle SET_INT =
      SegmentHandles.access("JAVA_INT_UNALIGNED", AccessMode.SET);
  private static final MethodHandle GET_LONG =
      SegmentHandles.access("JAVA_LONG_UNALIGNED", AccessMode.GET);
  private static final MethodHandle SET_LONG =
      SegmentHandles.access("JAVA_LONG_UNALIGNED", AccessMode.SET);
  private static final MethodHandle GET_FLOAT =
      SegmentHandles.access("JAVA_FLOAT_UNALIGNED", AccessMode.GET);
  private static final MethodHandle SET_FLOAT =
      SegmentHandles.access("JAVA_FLOAT_UNALIGNED", AccessMode.SET);
  private static final MethodHandle GET_DOUBLE =
      SegmentHandles.access("JAVA_DOUBLE_UNALIGNED", AccessMode.GET);
  private static final MethodHandle SET_DOUBLE =
      SegmentHandles.access("JAVA_DOUBLE_UNALIGNED", AccessMode.SET);
  private static final MethodHandle MAP = SegmentHandles.map();
  private static final MethodHandle ADDRESS = SegmentHandles.address();
  private static final MethodHandle FILL = SegmentHandles.fill();
  private static final MethodHandle SLICE = SegmentHandles.slice();
  private static final MethodHandle OF_ARRAY = SegmentHandles.ofArray();
  private static final MethodHandle COPY = SegmentHandles.copy();

  private Segments() {}

  static RuntimeException failed(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error; // the stack may run out here as well as anywhere
    } else if (thrown instanceof IndexOutOfBoundsException e) {
      throw e; // of an array of the host's
    }
    return new IllegalStateException("BUG: an access of checked bytes throws", thrown);
  }

  /** Maps the first bytes of a file, for as long as anybody reaches the segment. */
  static Object map(FileChannel file, long size) throws IOException {
    try {
      return (Object) MAP.invokeExact(file, MapMode.PRIVATE, 0L, size);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Where a segment begins. */
  static long address(Object segment) {
    try {
      return (long) ADDRESS.invokeExact(segment);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void fill(Object segment, long from, long size, byte value) {
    try {
      Object part = (Object) SLICE.invokeExact(segment, from, size);
      FILL.invokeExact(part, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void read(Object segment, long from, byte[] to, int at, int size) {
    copy(segment, from, ofArray(to), at, size);
  }

  static void write(Object segment, long to, byte[] from, int at, int size) {
    copy(ofArray(from), at, segment, to, size);
  }

  private static Object ofArray(byte[] bytes) {
    try {
      return (Object) OF_ARRAY.invokeExact(bytes);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Copies, also where both are the same and overlap. */
  static void copy(Object source, long from, Object target, long to, long size) {
    try {
      COPY.invokeExact(source, from, target, to, size);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static byte getByte(Object segment, long at) {
    try {
      return (byte) GET_BYTE.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setByte(Object segment, long at, byte value) {
    try {
      SET_BYTE.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static short getShort(Object segment, long at) {
    try {
      return (short) GET_SHORT.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setShort(Object segment, long at, short value) {
    try {
      SET_SHORT.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static int getInt(Object segment, long at) {
    try {
      return (int) GET_INT.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setInt(Object segment, long at, int value) {
    try {
      SET_INT.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static long getLong(Object segment, long at) {
    try {
      return (long) GET_LONG.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setLong(Object segment, long at, long value) {
    try {
      SET_LONG.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static float getFloat(Object segment, long at) {
    try {
      return (float) GET_FLOAT.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setFloat(Object segment, long at, float value) {
    try {
      SET_FLOAT.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static double getDouble(Object segment, long at) {
    try {
      return (double) GET_DOUBLE.invokeExact(segment, at);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setDouble(Object segment, long at, double value) {
    try {
      SET_DOUBLE.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }
}

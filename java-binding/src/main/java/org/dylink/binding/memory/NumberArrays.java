package org.dylink.binding.memory;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import org.dylink.engine.Memory;

/** Arrays of numbers in memory, little-endian. */
public final class NumberArrays {
  private static final Map<Class<?>, Integer> SIZES =
      Map.of(
          boolean[].class, 1,
          byte[].class, 1,
          short[].class, 2,
          char[].class, 2,
          int[].class, 4,
          long[].class, 8,
          float[].class, 4,
          double[].class, 8);

  private NumberArrays() {}

  public static int bytes(Object array) {
    return Math.multiplyExact(SIZES.get(array.getClass()), Array.getLength(array));
  }

  public static void write(Memory memory, int address, Object array) {
    byte[] bytes = array instanceof byte[] same ? same : encode(array);
    memory.write(address, bytes, 0, bytes.length);
  }

  public static void read(Memory memory, int address, Object array) {
    if (array instanceof byte[] bytes) {
      memory.read(address, bytes, 0, bytes.length);
      return;
    }
    byte[] bytes = new byte[bytes(array)];
    memory.read(address, bytes, 0, bytes.length);
    decode(buffer(bytes), array);
  }

  private static byte[] encode(Object array) {
    byte[] bytes = new byte[bytes(array)];
    ByteBuffer buffer = buffer(bytes);
    if (array instanceof int[] ints) {
      buffer.asIntBuffer().put(ints);
    } else if (array instanceof long[] longs) {
      buffer.asLongBuffer().put(longs);
    } else if (array instanceof double[] doubles) {
      buffer.asDoubleBuffer().put(doubles);
    } else if (array instanceof float[] floats) {
      buffer.asFloatBuffer().put(floats);
    } else if (array instanceof short[] shorts) {
      buffer.asShortBuffer().put(shorts);
    } else if (array instanceof char[] chars) {
      buffer.asCharBuffer().put(chars);
    } else {
      for (boolean each : (boolean[]) array) {
        buffer.put(each ? (byte) 1 : 0);
      }
    }
    return bytes;
  }

  private static void decode(ByteBuffer buffer, Object array) {
    if (array instanceof int[] ints) {
      buffer.asIntBuffer().get(ints);
    } else if (array instanceof long[] longs) {
      buffer.asLongBuffer().get(longs);
    } else if (array instanceof double[] doubles) {
      buffer.asDoubleBuffer().get(doubles);
    } else if (array instanceof float[] floats) {
      buffer.asFloatBuffer().get(floats);
    } else if (array instanceof short[] shorts) {
      buffer.asShortBuffer().get(shorts);
    } else if (array instanceof char[] chars) {
      buffer.asCharBuffer().get(chars);
    } else {
      boolean[] booleans = (boolean[]) array;
      for (int i = 0; i < booleans.length; i++) {
        booleans[i] = buffer.get() != 0;
      }
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}

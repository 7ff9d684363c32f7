package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * Accesses by the address itself, by methods of {@code sun.misc.Unsafe}. Java has nothing else that
 * HotSpot inlines at as little cost. They are used where the JVM lets them be without a warning,
 * and left where it does not: up to Java 23, and with {@code -Dsun.misc.unsafe.memory.access=allow}
 * later. Each access keeps the memory from being unmapped until it is done.
 */
@SuppressWarnings("ReachabilityFenceUsage") // no finally: an access of checked bytes throws nothing
final class RawAccess {
  private static final int FIRST_THAT_WARNS = 24;
  private static final Set<String> UNALIGNED = Set.of("amd64", "x86_64", "aarch64");
  private static final Object UNSAFE = isAllowed() ? find() : null;

  /** Whether they are used; if not, nothing of this class may be. */
  static final boolean IS_USED = UNSAFE != null;

  private static final MethodHandle GET_BYTE = getter("getByte", byte.class);
  private static final MethodHandle PUT_BYTE = setter("putByte", byte.class);
  private static final MethodHandle GET_SHORT = getter("getShort", short.class);
  private static final MethodHandle PUT_SHORT = setter("putShort", short.class);
  private static final MethodHandle GET_INT = getter("getInt", int.class);
  private static final MethodHandle PUT_INT = setter("putInt", int.class);
  private static final MethodHandle GET_LONG = getter("getLong", long.class);
  private static final MethodHandle PUT_LONG = setter("putLong", long.class);
  private static final MethodHandle GET_FLOAT = getter("getFloat", float.class);
  private static final MethodHandle PUT_FLOAT = setter("putFloat", float.class);
  private static final MethodHandle GET_DOUBLE = getter("getDouble", double.class);
  private static final MethodHandle PUT_DOUBLE = setter("putDouble", double.class);
  private static final MethodHandle FILL =
      method("setMemory", MethodType.methodType(void.class, long.class, long.class, byte.class));
  private static final long ADDRESS = IS_USED ? addressField() : 0;
  private static final MethodHandle FIELD =
      method("getLong", MethodType.methodType(long.class, Object.class, long.class));

  private RawAccess() {}

  private static boolean isAllowed() {
    return (Runtime.version().feature() < FIRST_THAT_WARNS
            || "allow".equals(System.getProperty("sun.misc.unsafe.memory.access")))
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        && UNALIGNED.contains(System.getProperty("os.arch"));
  }

  /** Null where there is none, as in a runtime without that module. */
  private static Object find() {
    try {
      // Not by this class's loader: a framework may hide the package, or javac warn of it.
      Class<?> type = ClassLoader.getSystemClassLoader().loadClass("sun.misc.Unsafe");
      Field field = type.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static MethodHandle getter(String name, Class<?> type) {
    return method(name, MethodType.methodType(type, long.class));
  }

  private static MethodHandle setter(String name, Class<?> type) {
    return method(name, MethodType.methodType(void.class, long.class, type));
  }

  private static MethodHandle method(String name, MethodType type) {
    try {
      return UNSAFE == null ? null : MethodHandles.publicLookup().bind(UNSAFE, name, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: Unsafe." + name + " is gone", e);
    }
  }

  private static long addressField() {
    MethodHandle offset =
        method("objectFieldOffset", MethodType.methodType(long.class, Field.class));
    try {
      return (long) offset.invokeExact(Buffer.class.getDeclaredField("address"));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error; // the stack may run out here as well as anywhere
    }
    return new IllegalStateException("BUG: an access of checked bytes throws", thrown);
  }

  /** Where a direct buffer begins; 0 if that is not used. */
  static long address(ByteBuffer buffer) {
    try {
      return IS_USED ? (long) FIELD.invokeExact((Object) buffer, ADDRESS) : 0;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /**
   * @param base where the bytes begin
   * @param owner keeps them from being unmapped
   */
  static void fill(Object owner, long base, long from, long size, byte value) {
    try {
      FILL.invokeExact(base + from, size, value);
      Reference.reachabilityFence(owner);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static byte getByte(MemoryView view, long at) {
    try {
      byte value = (byte) GET_BYTE.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setByte(MemoryView view, long at, byte value) {
    try {
      PUT_BYTE.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static short getShort(MemoryView view, long at) {
    try {
      short value = (short) GET_SHORT.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setShort(MemoryView view, long at, short value) {
    try {
      PUT_SHORT.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static int getInt(MemoryView view, long at) {
    try {
      int value = (int) GET_INT.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setInt(MemoryView view, long at, int value) {
    try {
      PUT_INT.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static long getLong(MemoryView view, long at) {
    try {
      long value = (long) GET_LONG.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setLong(MemoryView view, long at, long value) {
    try {
      PUT_LONG.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static float getFloat(MemoryView view, long at) {
    try {
      float value = (float) GET_FLOAT.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setFloat(MemoryView view, long at, float value) {
    try {
      PUT_FLOAT.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static double getDouble(MemoryView view, long at) {
    try {
      double value = (double) GET_DOUBLE.invokeExact(view.base + at);
      Reference.reachabilityFence(view);
      return value;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setDouble(MemoryView view, long at, double value) {
    try {
      PUT_DOUBLE.invokeExact(view.base + at, value);
      Reference.reachabilityFence(view);
    } catch (Throwable e) {
      throw failed(e);
    }
  }
}

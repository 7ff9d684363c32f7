package org.dylink.engine.jvm.run.memory;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import sun.misc.Unsafe;

/**
 * Accesses by the address itself. Java has nothing else that HotSpot inlines at as little cost. It
 * is used where the JVM lets it be without a warning, and left where it does not: up to Java 23,
 * and with {@code -Dsun.misc.unsafe.memory.access=allow} later. Each access keeps the memory from
 * being unmapped until it is done.
 */
@SuppressWarnings("ReachabilityFenceUsage") // no finally: an access of checked bytes throws nothing
final class RawAccess {
  private static final int FIRST_THAT_WARNS = 24;
  private static final Set<String> UNALIGNED = Set.of("amd64", "x86_64", "aarch64");
  private static final Unsafe UNSAFE = isAllowed() ? find() : null;
  private static final long ADDRESS = UNSAFE == null ? 0 : addressField();

  /** Whether it is used; if not, nothing of this class may be. */
  static final boolean IS_USED = UNSAFE != null;

  private RawAccess() {}

  private static boolean isAllowed() {
    return (Runtime.version().feature() < FIRST_THAT_WARNS
            || "allow".equals(System.getProperty("sun.misc.unsafe.memory.access")))
        && ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN
        && UNALIGNED.contains(System.getProperty("os.arch"));
  }

  /**
   * Null where there is none, as in a runtime without that module, or a framework that hides it.
   */
  private static Unsafe find() {
    try {
      Field field = Unsafe.class.getDeclaredField("theUnsafe");
      field.setAccessible(true);
      return (Unsafe) field.get(null);
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return null;
    }
  }

  private static long addressField() {
    try {
      return UNSAFE.objectFieldOffset(Buffer.class.getDeclaredField("address"));
    } catch (NoSuchFieldException e) {
      throw new LinkageError("BUG: a buffer has no address", e);
    }
  }

  /** Where a direct buffer begins; 0 if that is not used. */
  static long address(ByteBuffer buffer) {
    return IS_USED ? UNSAFE.getLong(buffer, ADDRESS) : 0;
  }

  static void fill(ByteBuffer buffer, int from, int size, byte value) {
    UNSAFE.setMemory(address(buffer) + from, size, value);
    Reference.reachabilityFence(buffer);
  }

  static byte getByte(MemoryView view, int at) {
    byte value = UNSAFE.getByte(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setByte(MemoryView view, int at, byte value) {
    UNSAFE.putByte(view.base + at, value);
    Reference.reachabilityFence(view);
  }

  static short getShort(MemoryView view, int at) {
    short value = UNSAFE.getShort(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setShort(MemoryView view, int at, short value) {
    UNSAFE.putShort(view.base + at, value);
    Reference.reachabilityFence(view);
  }

  static int getInt(MemoryView view, int at) {
    int value = UNSAFE.getInt(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setInt(MemoryView view, int at, int value) {
    UNSAFE.putInt(view.base + at, value);
    Reference.reachabilityFence(view);
  }

  static long getLong(MemoryView view, int at) {
    long value = UNSAFE.getLong(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setLong(MemoryView view, int at, long value) {
    UNSAFE.putLong(view.base + at, value);
    Reference.reachabilityFence(view);
  }

  static float getFloat(MemoryView view, int at) {
    float value = UNSAFE.getFloat(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setFloat(MemoryView view, int at, float value) {
    UNSAFE.putFloat(view.base + at, value);
    Reference.reachabilityFence(view);
  }

  static double getDouble(MemoryView view, int at) {
    double value = UNSAFE.getDouble(view.base + at);
    Reference.reachabilityFence(view);
    return value;
  }

  static void setDouble(MemoryView view, int at, double value) {
    UNSAFE.putDouble(view.base + at, value);
    Reference.reachabilityFence(view);
  }
}

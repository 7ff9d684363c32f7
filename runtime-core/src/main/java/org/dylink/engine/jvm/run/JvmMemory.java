package org.dylink.engine.jvm.run;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.engine.heap.HeapReserve;
import org.dylink.format.MemoryType;

/**
 * A memory in one Java array. Small ones are as large as they say; larger ones get room to grow, so
 * that growing in small steps costs linear time. Each instance that uses the memory keeps the array
 * and the size itself, and is told when they change.
 */
public final class JvmMemory implements Memory {
  /** What fits an array: 2 GiB less one page. */
  public static final int MAXIMUM_PAGES = 32_767;

  /** Little-endian views, in constants, as HotSpot wants them. */
  static final VarHandle SHORT = view(short[].class);

  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);
  static final VarHandle FLOAT = view(float[].class);
  static final VarHandle DOUBLE = view(double[].class);

  private static final int EXACT_SIZE = 4 << 20;

  private final List<WeakReference<InstanceState>> users = new ArrayList<>();
  private final MemoryType type;
  private final int maximumPages;
  private byte[] bytes;
  private int limit;

  /**
   * @param maximumPages what it may grow to, if its type allows that
   * @throws EngineLimitException if its minimum is more than an array holds, or than the heap has
   */
  public JvmMemory(MemoryType type, long maximumPages) {
    long minimum = type.limits().minimum();
    if (minimum > MAXIMUM_PAGES) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: this engine has at most " + MAXIMUM_PAGES);
    }
    this.type = type;
    this.maximumPages =
        (int) Math.min(Math.min(type.limits().maximum(), maximumPages), MAXIMUM_PAGES);
    this.limit = (int) minimum * MemoryType.PAGE_SIZE;
    this.bytes = new byte[0];
    if (!tryCopy(limit)) {
      throw new EngineLimitException(
          "memory of " + minimum + " pages: the JVM has no heap left for " + limit + " bytes");
    }
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  void attach(InstanceState state) {
    if (Integer.bitCount(users.size()) == 1) {
      users.removeIf(each -> each.get() == null);
    }
    users.add(state.self);
    state.bytes = bytes;
    state.limit = limit;
  }

  @Override
  public MemoryType type() {
    return type;
  }

  @Override
  public int pages() {
    return limit / MemoryType.PAGE_SIZE;
  }

  @Override
  public int maximumPages() {
    return maximumPages;
  }

  @Override
  public int grow(int pages) {
    int before = pages();
    long after = before + (pages & 0xffff_ffffL);
    if (after > maximumPages) {
      return -1;
    }
    int size = (int) after * MemoryType.PAGE_SIZE;
    if (size > bytes.length && !makeRoom(size)) {
      return -1;
    }
    limit = size;
    for (WeakReference<InstanceState> each : users) {
      InstanceState state = each.get();
      if (state != null) {
        state.bytes = bytes;
        state.limit = limit;
      }
    }
    return before;
  }

  private boolean makeRoom(int size) {
    long maximum = (long) maximumPages * MemoryType.PAGE_SIZE;
    long roomy = size <= EXACT_SIZE ? size : Math.min(maximum, size + (long) size / 2);
    return tryCopy((int) roomy) || (roomy > size && tryCopy(size));
  }

  private boolean tryCopy(int size) {
    try {
      byte[] larger = Arrays.copyOf(bytes, size);
      boolean fits = HeapReserve.isLeftBeside(0);
      bytes = fits ? larger : bytes;
      return fits;
    } catch (OutOfMemoryError e) {
      return false; // what memory.grow is there to tell
    }
  }

  @Override
  public byte readByte(int address) {
    return bytes[MemoryBounds.range(address, 1, limit)];
  }

  @Override
  public short readShort(int address) {
    return (short) SHORT.get(bytes, MemoryBounds.range(address, 2, limit));
  }

  @Override
  public int readInt(int address) {
    return (int) INT.get(bytes, MemoryBounds.range(address, 4, limit));
  }

  @Override
  public long readLong(int address) {
    return (long) LONG.get(bytes, MemoryBounds.range(address, 8, limit));
  }

  @Override
  public void writeByte(int address, byte value) {
    bytes[MemoryBounds.range(address, 1, limit)] = value;
  }

  @Override
  public void writeShort(int address, short value) {
    SHORT.set(bytes, MemoryBounds.range(address, 2, limit), value);
  }

  @Override
  public void writeInt(int address, int value) {
    INT.set(bytes, MemoryBounds.range(address, 4, limit), value);
  }

  @Override
  public void writeLong(int address, long value) {
    LONG.set(bytes, MemoryBounds.range(address, 8, limit), value);
  }

  @Override
  public void read(int address, byte[] target, int offset, int size) {
    System.arraycopy(bytes, MemoryBounds.range(address, size, limit), target, offset, size);
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    System.arraycopy(source, offset, bytes, MemoryBounds.range(address, size, limit), size);
  }

  @Override
  public void fill(int address, byte value, int size) {
    int from = MemoryBounds.range(address, size, limit);
    Arrays.fill(bytes, from, from + size, value);
  }
}

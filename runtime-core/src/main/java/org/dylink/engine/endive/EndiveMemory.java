package org.dylink.engine.endive;

import java.util.function.Supplier;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.engine.heap.HeapReserve;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import run.endive.runtime.ByteArrayMemory;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.MemoryLimits;

/** Endive's memory behind the seam. */
final class EndiveMemory implements Memory {
  private static final int LIMIT = run.endive.runtime.Memory.RUNTIME_MAX_PAGES;

  private final MemoryType type;
  private final ByteArrayMemory pages;

  private EndiveMemory(MemoryType type, ByteArrayMemory pages) {
    this.type = type;
    this.pages = pages;
  }

  static EndiveMemory create(MemoryType type) {
    Limits limits = type.limits();
    if (limits.minimum() > LIMIT) {
      throw new EngineLimitException(
          "memory of " + limits.minimum() + " pages: this engine has at most " + LIMIT);
    }
    int maximum = (int) Math.min(limits.maximum(), MemoryLimits.MAX_PAGES);
    MemoryLimits endive = new MemoryLimits((int) limits.minimum(), maximum, type.shared());
    if (!HeapReserve.isLeftBeside(limits.minimum() * MemoryType.PAGE_SIZE)) {
      throw noHeap(limits.minimum());
    }
    try {
      return new EndiveMemory(type, new ByteArrayMemory(endive));
    } catch (OutOfMemoryError e) {
      throw noHeap(limits.minimum());
    }
  }

  private static EngineLimitException noHeap(long pages) {
    long bytes = pages * MemoryType.PAGE_SIZE;
    return new EngineLimitException(
        "memory of " + pages + " pages: the JVM has no heap left for " + bytes + " bytes");
  }

  ByteArrayMemory endive() {
    return pages;
  }

  @Override
  public MemoryType type() {
    return type;
  }

  @Override
  public int pages() {
    return pages.pages();
  }

  @Override
  public int maximumPages() {
    return pages.maximumPages();
  }

  @Override
  public int grow(int more) {
    boolean isGranted = more >= 0 && (long) pages.pages() + more <= pages.maximumPages();
    return isGranted && HeapReserve.isLeftBeside((long) more * MemoryType.PAGE_SIZE)
        ? pages.grow(more)
        : -1;
  }

  @Override
  public byte readByte(int address) {
    return trapping(() -> pages.read(address));
  }

  @Override
  public short readShort(int address) {
    return trapping(() -> pages.readShort(address));
  }

  @Override
  public int readInt(int address) {
    return trapping(() -> pages.readInt(address));
  }

  @Override
  public long readLong(int address) {
    return trapping(() -> pages.readLong(address));
  }

  @Override
  public void writeByte(int address, byte value) {
    trapping(() -> pages.writeByte(address, value));
  }

  @Override
  public void writeShort(int address, short value) {
    trapping(() -> pages.writeShort(address, value));
  }

  @Override
  public void writeInt(int address, int value) {
    trapping(() -> pages.writeI32(address, value));
  }

  @Override
  public void writeLong(int address, long value) {
    trapping(() -> pages.writeLong(address, value));
  }

  @Override
  public void read(int address, byte[] target, int offset, int size) {
    byte[] bytes = trapping(() -> pages.readBytes(address, size));
    System.arraycopy(bytes, 0, target, offset, size);
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    trapping(() -> pages.write(address, source, offset, size));
  }

  @Override
  public void fill(int address, byte value, int size) {
    trapping(() -> pages.fill(value, address, address + size));
  }

  private static <T> T trapping(Supplier<T> access) {
    try {
      return access.get();
    } catch (WasmEngineException e) {
      throw Traps.of(e);
    }
  }

  private static void trapping(Runnable access) {
    try {
      access.run();
    } catch (WasmEngineException e) {
      throw Traps.of(e);
    }
  }
}

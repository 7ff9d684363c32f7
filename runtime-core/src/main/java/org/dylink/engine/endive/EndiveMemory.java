package org.dylink.engine.endive;

import java.util.function.Supplier;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
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
    return HeapReserve.make(
            bytes(limits.minimum()), () -> new EndiveMemory(type, new ByteArrayMemory(endive)))
        .orElseThrow(() -> noHeap(limits.minimum()));
  }

  /** What pages take of the heap, each being an array: of 16, G1 gets 15 into a MiB. */
  private static long bytes(long pages) {
    return pages * MemoryType.PAGE_SIZE * 16 / 15;
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
  public long pages() {
    return pages.pages();
  }

  @Override
  public long maximumPages() {
    return pages.maximumPages();
  }

  @Override
  public long grow(long more) {
    boolean isGranted = more >= 0 && more <= pages.maximumPages() - pages.pages();
    return isGranted ? HeapReserve.make(bytes(more), () -> pages.grow((int) more)).orElse(-1) : -1;
  }

  @Override
  public byte readByte(long address) {
    return trapping(() -> pages.read(address32(address)));
  }

  @Override
  public short readShort(long address) {
    return trapping(() -> pages.readShort(address32(address)));
  }

  @Override
  public int readInt(long address) {
    return trapping(() -> pages.readInt(address32(address)));
  }

  @Override
  public long readLong(long address) {
    return trapping(() -> pages.readLong(address32(address)));
  }

  @Override
  public void writeByte(long address, byte value) {
    trapping(() -> pages.writeByte(address32(address), value));
  }

  @Override
  public void writeShort(long address, short value) {
    trapping(() -> pages.writeShort(address32(address), value));
  }

  @Override
  public void writeInt(long address, int value) {
    trapping(() -> pages.writeI32(address32(address), value));
  }

  @Override
  public void writeLong(long address, long value) {
    trapping(() -> pages.writeLong(address32(address), value));
  }

  @Override
  public void read(long address, byte[] target, int offset, int size) {
    byte[] bytes = trapping(() -> pages.readBytes(address32(address), size));
    System.arraycopy(bytes, 0, target, offset, size);
  }

  @Override
  public void write(long address, byte[] source, int offset, int size) {
    trapping(() -> pages.write(address32(address), source, offset, size));
  }

  @Override
  public void fill(long address, byte value, long size) {
    int from = address32(address);
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw outOfBounds(address);
    }
    trapping(() -> pages.fill(value, from, from + (int) size));
  }

  /** An address as Endive takes it, which checks the rest. */
  private static int address32(long address) {
    if (address != Integer.toUnsignedLong((int) address)) {
      throw outOfBounds(address);
    }
    return (int) address;
  }

  private static TrapException outOfBounds(long address) {
    return new TrapException(
        TrapKind.OUT_OF_BOUNDS_MEMORY,
        "out of bounds memory access: address 0x" + Long.toHexString(address));
  }

  private static <T> T trapping(Supplier<T> access) {
    try {
      return access.get();
    } catch (WasmEngineException e) {
      throw EndiveTraps.of(e);
    }
  }

  private static void trapping(Runnable access) {
    try {
      access.run();
    } catch (WasmEngineException e) {
      throw EndiveTraps.of(e);
    }
  }
}

package org.dylink.engine.endive;

import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.ActiveDataSegment;
import run.endive.wasm.types.DataSegment;
import run.endive.wasm.types.PassiveDataSegment;

/**
 * A memory as one instance sees it. Endive keeps the segments of the last instance that was
 * initialised in the memory itself; where several instances share a memory, {@code memory.init} of
 * one would copy another's bytes. And Endive grows a memory until the JVM has no more.
 */
final class SegmentMemory implements Memory {
  private final EndiveMemory whole;
  private final Memory shared;
  private DataSegment[] segments = {};

  SegmentMemory(EndiveMemory whole) {
    this.whole = whole;
    this.shared = whole.endive();
  }

  @Override
  public void initialize(Instance instance, DataSegment[] all) {
    initialize(instance, all, 0);
  }

  @Override
  public void initialize(Instance instance, DataSegment[] all, int memoryIndex) {
    segments = all; // the instance's own array: data.drop changes it
    shared.initialize(instance, all, memoryIndex);
    for (int i = 0; i < segments.length; i++) {
      if (segments[i] instanceof ActiveDataSegment active && active.index() == memoryIndex) {
        drop(i); // as the specification says: an active segment is dropped once it is copied
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int target, int offset, int size) {
    shared.write(target, segments[segment].data(), offset, size);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  boolean isDropped(int segment) {
    return segments[segment].data().length == 0;
  }

  @Override
  public int pages() {
    return shared.pages();
  }

  @Override
  public int grow(int pages) {
    return (int) whole.grow(pages);
  }

  @Override
  public int initialPages() {
    return shared.initialPages();
  }

  @Override
  public int maximumPages() {
    return shared.maximumPages();
  }

  @Override
  public boolean shared() {
    return shared.shared();
  }

  // A program is used by one thread at a time, so one lock for all addresses is as good as many.
  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return shared;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    return shared.atomicWait(address, expected, timeout);
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    return shared.atomicWait(address, expected, timeout);
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int threads) {
    return shared.atomicNotify(address, threads);
  }

  @Override
  public void write(int address, byte[] source, int offset, int size) {
    shared.write(address, source, offset, size);
  }

  @Override
  public byte read(int address) {
    return shared.read(address);
  }

  @Override
  public byte[] readBytes(int address, int size) {
    return shared.readBytes(address, size);
  }

  @Override
  public void writeI32(int address, int value) {
    shared.writeI32(address, value);
  }

  @Override
  public int readInt(int address) {
    return shared.readInt(address);
  }

  @Override
  public void writeLong(int address, long value) {
    shared.writeLong(address, value);
  }

  @Override
  public long readLong(int address) {
    return shared.readLong(address);
  }

  @Override
  public void writeShort(int address, short value) {
    shared.writeShort(address, value);
  }

  @Override
  public short readShort(int address) {
    return shared.readShort(address);
  }

  @Override
  public long readU16(int address) {
    return shared.readU16(address);
  }

  @Override
  public void writeByte(int address, byte value) {
    shared.writeByte(address, value);
  }

  @Override
  public void writeF32(int address, float value) {
    shared.writeF32(address, value);
  }

  @Override
  public long readF32(int address) {
    return shared.readF32(address);
  }

  @Override
  public float readFloat(int address) {
    return shared.readFloat(address);
  }

  @Override
  public void writeF64(int address, double value) {
    shared.writeF64(address, value);
  }

  @Override
  public double readDouble(int address) {
    return shared.readDouble(address);
  }

  @Override
  public long readF64(int address) {
    return shared.readF64(address);
  }

  @Override
  public void zero() {
    shared.zero();
  }

  @Override
  public void fill(byte value, int from, int to) {
    shared.fill(value, from, to);
  }
}

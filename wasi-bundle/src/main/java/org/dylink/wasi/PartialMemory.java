package org.dylink.wasi;

import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.wasm.types.DataSegment;

/** What of Endive's memory its WASI never uses. */
abstract class PartialMemory implements Memory {
  static IllegalStateException unused() {
    return new IllegalStateException("BUG: a memory operation that WASI does not use");
  }

  @Override
  public int pages() {
    throw unused();
  }

  @Override
  public int grow(int pages) {
    throw unused();
  }

  @Override
  public int initialPages() {
    throw unused();
  }

  @Override
  public int maximumPages() {
    throw unused();
  }

  @Override
  public boolean shared() {
    throw unused();
  }

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    throw unused();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    throw unused();
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    throw unused();
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int threads) {
    throw unused();
  }

  @Override
  public void initialize(Instance instance, DataSegment[] segments) {
    throw unused();
  }

  @Override
  public void initPassiveSegment(int segment, int target, int offset, int size) {
    throw unused();
  }

  @Override
  public void drop(int segment) {
    throw unused();
  }

  @Override
  public void zero() {
    throw unused();
  }

  @Override
  public long readU16(int address) {
    throw unused();
  }

  @Override
  public void writeF32(int address, float value) {
    throw unused();
  }

  @Override
  public long readF32(int address) {
    throw unused();
  }

  @Override
  public float readFloat(int address) {
    throw unused();
  }

  @Override
  public void writeF64(int address, double value) {
    throw unused();
  }

  @Override
  public double readDouble(int address) {
    throw unused();
  }

  @Override
  public long readF64(int address) {
    throw unused();
  }
}

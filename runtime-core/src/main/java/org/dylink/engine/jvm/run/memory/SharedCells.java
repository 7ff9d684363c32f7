package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A shared memory: volatile accesses of a view. Views of direct buffers have all of them, on each
 * version of Java; views of byte arrays have none but get and set since 23.
 */
final class SharedCells extends AtomicCells {
  private static final VarHandle INT = view(int[].class);
  private static final VarHandle LONG = view(long[].class);

  private final ByteBuffer buffer;

  SharedCells(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  private static VarHandle view(Class<?> array) {
    return MethodHandles.byteBufferViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  int get(int at) {
    return (int) INT.getVolatile(buffer, at);
  }

  @Override
  void set(int at, int value) {
    INT.setVolatile(buffer, at, value);
  }

  @Override
  int compareAndExchange(int at, int expected, int value) {
    return (int) INT.compareAndExchange(buffer, at, expected, value);
  }

  @Override
  int getAndAdd(int at, int value) {
    return (int) INT.getAndAdd(buffer, at, value);
  }

  @Override
  int getAndAnd(int at, int value) {
    return (int) INT.getAndBitwiseAnd(buffer, at, value);
  }

  @Override
  int getAndOr(int at, int value) {
    return (int) INT.getAndBitwiseOr(buffer, at, value);
  }

  @Override
  int getAndXor(int at, int value) {
    return (int) INT.getAndBitwiseXor(buffer, at, value);
  }

  @Override
  int getAndSet(int at, int value) {
    return (int) INT.getAndSet(buffer, at, value);
  }

  @Override
  long getLong(int at) {
    return (long) LONG.getVolatile(buffer, at);
  }

  @Override
  void set(int at, long value) {
    LONG.setVolatile(buffer, at, value);
  }

  @Override
  long compareAndExchange(int at, long expected, long value) {
    return (long) LONG.compareAndExchange(buffer, at, expected, value);
  }

  @Override
  long getAndAdd(int at, long value) {
    return (long) LONG.getAndAdd(buffer, at, value);
  }

  @Override
  long getAndAnd(int at, long value) {
    return (long) LONG.getAndBitwiseAnd(buffer, at, value);
  }

  @Override
  long getAndOr(int at, long value) {
    return (long) LONG.getAndBitwiseOr(buffer, at, value);
  }

  @Override
  long getAndXor(int at, long value) {
    return (long) LONG.getAndBitwiseXor(buffer, at, value);
  }

  @Override
  long getAndSet(int at, long value) {
    return (long) LONG.getAndSet(buffer, at, value);
  }
}

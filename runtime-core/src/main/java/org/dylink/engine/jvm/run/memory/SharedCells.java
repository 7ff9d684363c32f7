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
  int get(long at) {
    return (int) INT.getVolatile(buffer, (int) at);
  }

  @Override
  void set(long at, int value) {
    INT.setVolatile(buffer, (int) at, value);
  }

  @Override
  int compareAndExchange(long at, int expected, int value) {
    return (int) INT.compareAndExchange(buffer, (int) at, expected, value);
  }

  @Override
  int getAndAdd(long at, int value) {
    return (int) INT.getAndAdd(buffer, (int) at, value);
  }

  @Override
  int getAndAnd(long at, int value) {
    return (int) INT.getAndBitwiseAnd(buffer, (int) at, value);
  }

  @Override
  int getAndOr(long at, int value) {
    return (int) INT.getAndBitwiseOr(buffer, (int) at, value);
  }

  @Override
  int getAndXor(long at, int value) {
    return (int) INT.getAndBitwiseXor(buffer, (int) at, value);
  }

  @Override
  int getAndSet(long at, int value) {
    return (int) INT.getAndSet(buffer, (int) at, value);
  }

  @Override
  long getLong(long at) {
    return (long) LONG.getVolatile(buffer, (int) at);
  }

  @Override
  void set(long at, long value) {
    LONG.setVolatile(buffer, (int) at, value);
  }

  @Override
  long compareAndExchange(long at, long expected, long value) {
    return (long) LONG.compareAndExchange(buffer, (int) at, expected, value);
  }

  @Override
  long getAndAdd(long at, long value) {
    return (long) LONG.getAndAdd(buffer, (int) at, value);
  }

  @Override
  long getAndAnd(long at, long value) {
    return (long) LONG.getAndBitwiseAnd(buffer, (int) at, value);
  }

  @Override
  long getAndOr(long at, long value) {
    return (long) LONG.getAndBitwiseOr(buffer, (int) at, value);
  }

  @Override
  long getAndXor(long at, long value) {
    return (long) LONG.getAndBitwiseXor(buffer, (int) at, value);
  }

  @Override
  long getAndSet(long at, long value) {
    return (long) LONG.getAndSet(buffer, (int) at, value);
  }
}

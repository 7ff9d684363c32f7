package org.dylink.engine.jvm.run.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle.AccessMode;

/** A memory in a segment: volatile accesses of it. */
final class SegmentCells extends AtomicCells {
  private static final MethodHandle INT_GET =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_VOLATILE);
  private static final MethodHandle INT_SET =
      SegmentHandles.access("JAVA_INT", AccessMode.SET_VOLATILE);
  private static final MethodHandle INT_EXCHANGE =
      SegmentHandles.access("JAVA_INT", AccessMode.COMPARE_AND_EXCHANGE);
  private static final MethodHandle INT_ADD =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_AND_ADD);
  private static final MethodHandle INT_AND =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_AND_BITWISE_AND);
  private static final MethodHandle INT_OR =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_AND_BITWISE_OR);
  private static final MethodHandle INT_XOR =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_AND_BITWISE_XOR);
  private static final MethodHandle INT_SWAP =
      SegmentHandles.access("JAVA_INT", AccessMode.GET_AND_SET);
  private static final MethodHandle LONG_GET =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_VOLATILE);
  private static final MethodHandle LONG_SET =
      SegmentHandles.access("JAVA_LONG", AccessMode.SET_VOLATILE);
  private static final MethodHandle LONG_EXCHANGE =
      SegmentHandles.access("JAVA_LONG", AccessMode.COMPARE_AND_EXCHANGE);
  private static final MethodHandle LONG_ADD =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_AND_ADD);
  private static final MethodHandle LONG_AND =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_AND_BITWISE_AND);
  private static final MethodHandle LONG_OR =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_AND_BITWISE_OR);
  private static final MethodHandle LONG_XOR =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_AND_BITWISE_XOR);
  private static final MethodHandle LONG_SWAP =
      SegmentHandles.access("JAVA_LONG", AccessMode.GET_AND_SET);

  private final Object segment;

  SegmentCells(Object segment) {
    this.segment = segment;
  }

  @Override
  int get(long at) {
    try {
      return (int) INT_GET.invokeExact(segment, at);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  void set(long at, int value) {
    try {
      INT_SET.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int compareAndExchange(long at, int expected, int value) {
    try {
      return (int) INT_EXCHANGE.invokeExact(segment, at, expected, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int getAndAdd(long at, int value) {
    try {
      return (int) INT_ADD.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int getAndAnd(long at, int value) {
    try {
      return (int) INT_AND.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int getAndOr(long at, int value) {
    try {
      return (int) INT_OR.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int getAndXor(long at, int value) {
    try {
      return (int) INT_XOR.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  int getAndSet(long at, int value) {
    try {
      return (int) INT_SWAP.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getLong(long at) {
    try {
      return (long) LONG_GET.invokeExact(segment, at);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  void set(long at, long value) {
    try {
      LONG_SET.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long compareAndExchange(long at, long expected, long value) {
    try {
      return (long) LONG_EXCHANGE.invokeExact(segment, at, expected, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getAndAdd(long at, long value) {
    try {
      return (long) LONG_ADD.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getAndAnd(long at, long value) {
    try {
      return (long) LONG_AND.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getAndOr(long at, long value) {
    try {
      return (long) LONG_OR.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getAndXor(long at, long value) {
    try {
      return (long) LONG_XOR.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }

  @Override
  long getAndSet(long at, long value) {
    try {
      return (long) LONG_SWAP.invokeExact(segment, at, value);
    } catch (Throwable e) {
      throw Segments.failed(e);
    }
  }
}

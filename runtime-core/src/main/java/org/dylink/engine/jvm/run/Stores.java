package org.dylink.engine.jvm.run;

import java.util.Objects;

/**
 * Stores (WebAssembly Core, Execution, Memory Instructions). An access that passes the end of the
 * memory traps and changes nothing. The check is one comparison, in the form that HotSpot takes out
 * of loops; memories are at most 2 GiB, so that neither part of a good address has the highest bit
 * set. What the check throws says by its stack trace alone that it is a trap. All is in one method:
 * HotSpot counts what it inlines.
 */
public final class Stores {
  private Stores() {}

  public static void i32Store(int address, int value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    JvmMemory.INT.set(state.bytes, at, value);
  }

  public static void i32Store(int address, int value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    JvmMemory.INT.set(state.bytes, at, value);
  }

  public static void i64Store(int address, long value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 7);
    JvmMemory.LONG.set(state.bytes, at, value);
  }

  public static void i64Store(int address, long value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 7);
    JvmMemory.LONG.set(state.bytes, at, value);
  }

  public static void f32Store(int address, float value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    JvmMemory.FLOAT.set(state.bytes, at, value);
  }

  public static void f32Store(int address, float value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    JvmMemory.FLOAT.set(state.bytes, at, value);
  }

  public static void f64Store(int address, double value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 7);
    JvmMemory.DOUBLE.set(state.bytes, at, value);
  }

  public static void f64Store(int address, double value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 7);
    JvmMemory.DOUBLE.set(state.bytes, at, value);
  }

  public static void i32Store8(int address, int value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    state.bytes[at] = (byte) value;
  }

  public static void i32Store8(int address, int value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    state.bytes[at] = (byte) value;
  }

  public static void i32Store16(int address, int value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    JvmMemory.SHORT.set(state.bytes, at, (short) value);
  }

  public static void i32Store16(int address, int value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    JvmMemory.SHORT.set(state.bytes, at, (short) value);
  }

  public static void i64Store8(int address, long value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    state.bytes[at] = (byte) value;
  }

  public static void i64Store8(int address, long value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    state.bytes[at] = (byte) value;
  }

  public static void i64Store16(int address, long value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    JvmMemory.SHORT.set(state.bytes, at, (short) value);
  }

  public static void i64Store16(int address, long value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    JvmMemory.SHORT.set(state.bytes, at, (short) value);
  }

  public static void i64Store32(int address, long value, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    JvmMemory.INT.set(state.bytes, at, (int) value);
  }

  public static void i64Store32(int address, long value, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    JvmMemory.INT.set(state.bytes, at, (int) value);
  }
}

package org.dylink.engine.jvm.run;

import java.util.Objects;

/**
 * Loads (WebAssembly Core, Execution, Memory Instructions). The effective address is the unsigned
 * sum of address and offset; an access that passes the end of the memory traps. The check is one
 * comparison, in the form that HotSpot takes out of loops; memories are at most 2 GiB, so that
 * neither part of a good address has the highest bit set. What the check throws says by its stack
 * trace alone that it is a trap. All is in one method: HotSpot counts what it inlines.
 */
public final class Loads {
  private Loads() {}

  public static int i32Load(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at);
  }

  public static int i32Load(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at);
  }

  public static long i64Load(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 7);
    return (long) JvmMemory.LONG.get(state.bytes, at);
  }

  public static long i64Load(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 7);
    return (long) JvmMemory.LONG.get(state.bytes, at);
  }

  public static float f32Load(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    return (float) JvmMemory.FLOAT.get(state.bytes, at);
  }

  public static float f32Load(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    return (float) JvmMemory.FLOAT.get(state.bytes, at);
  }

  public static double f64Load(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 7);
    return (double) JvmMemory.DOUBLE.get(state.bytes, at);
  }

  public static double f64Load(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 7);
    return (double) JvmMemory.DOUBLE.get(state.bytes, at);
  }

  public static int i32Load8S(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    return state.bytes[at];
  }

  public static int i32Load8S(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    return state.bytes[at];
  }

  public static int i32Load8U(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    return state.bytes[at] & 0xff;
  }

  public static int i32Load8U(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    return state.bytes[at] & 0xff;
  }

  public static int i32Load16S(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at);
  }

  public static int i32Load16S(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at);
  }

  public static int i32Load16U(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at) & 0xffff;
  }

  public static int i32Load16U(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at) & 0xffff;
  }

  public static long i64Load8S(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    return state.bytes[at];
  }

  public static long i64Load8S(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    return state.bytes[at];
  }

  public static long i64Load8U(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit);
    return state.bytes[at] & 0xffL;
  }

  public static long i64Load8U(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit);
    return state.bytes[at] & 0xffL;
  }

  public static long i64Load16S(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at);
  }

  public static long i64Load16S(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at);
  }

  public static long i64Load16U(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at) & 0xffffL;
  }

  public static long i64Load16U(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 1);
    return (short) JvmMemory.SHORT.get(state.bytes, at) & 0xffffL;
  }

  public static long i64Load32S(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at);
  }

  public static long i64Load32S(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at);
  }

  public static long i64Load32U(int address, InstanceState state) {
    int at = Objects.checkIndex(address, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at) & 0xffff_ffffL;
  }

  public static long i64Load32U(int address, int offset, InstanceState state) {
    if (address < 0 || offset < 0) {
      throw Traps.outOfBounds(address, offset);
    }
    int at = Objects.checkIndex(address + offset, state.limit - 3);
    return (int) JvmMemory.INT.get(state.bytes, at) & 0xffff_ffffL;
  }
}

package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.dylink.engine.Global;
import org.dylink.format.GlobalType;
import org.dylink.format.Vector;

/**
 * A global's cell, which generated code reads and writes; of a reference, Java writes it. What is
 * no function, Java alone knows.
 */
final class NativeGlobal implements Global {
  private static final int WORD = 8;

  private final GlobalType type;
  private final MemorySegment cell = Arena.ofAuto().allocate(2 * WORD, 2 * WORD);
  private final Withdrawn withdrawn = new Withdrawn();
  private Object reference;

  NativeGlobal(GlobalType type, Object value) {
    this.type = type;
    store(value);
  }

  long address() {
    return cell.address();
  }

  @Override
  public GlobalType type() {
    return type;
  }

  @Override
  public Object get() {
    long at = cell.address();
    return switch (type.value().kind()) {
      case I32 -> Raw.getInt(at);
      case I64 -> Raw.getLong(at);
      case F32 -> Raw.getFloat(at);
      case F64 -> Raw.getDouble(at);
      case V128 -> Raw.getVector(at);
      default -> reference;
    };
  }

  @Override
  public void set(Object value) {
    if (!type.mutable()) {
      throw new IllegalStateException("global of type " + type + " is not mutable");
    }
    store(value);
  }

  void store(Object value) {
    long at = cell.address();
    switch (type.value().kind()) {
      case I32 -> Raw.putInt(at, (Integer) value);
      case I64 -> Raw.putLong(at, (Long) value);
      case F32 -> Raw.putFloat(at, (Float) value);
      case F64 -> Raw.putDouble(at, (Double) value);
      case V128 -> Raw.putVector(at, (Vector) value);
      default -> {
        Object before = reference;
        reference = value;
        Raw.putLong(at, value instanceof NativeFunction function ? function.address() : 0);
        withdrawn.keep(before);
      }
    }
  }
}

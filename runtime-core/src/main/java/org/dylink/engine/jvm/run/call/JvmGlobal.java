package org.dylink.engine.jvm.run.call;

import org.dylink.engine.Global;
import org.dylink.format.GlobalType;
import org.dylink.format.Vector;

/** A global's cell. Numbers are kept as bits, references as they are. */
public final class JvmGlobal implements Global {
  private final GlobalType type;

  /** An i32, sign-extended; an i64; the bits of an f32 or f64; the low half of a vector. */
  public long bits;

  /** The high half of a vector. */
  public long high;

  /** A reference. */
  public Object reference;

  public JvmGlobal(GlobalType type, Object value) {
    this.type = type;
    store(value);
  }

  @Override
  public GlobalType type() {
    return type;
  }

  @Override
  public Object get() {
    return switch (type.value().kind()) {
      case I32 -> (int) bits;
      case I64 -> bits;
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
      case V128 -> new Vector(bits, high);
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

  private void store(Object value) {
    switch (type.value().kind()) {
      case V128 -> store((Vector) value);
      case I32 -> bits = (Integer) value;
      case I64 -> bits = (Long) value;
      case F32 -> bits = Float.floatToRawIntBits((Float) value);
      case F64 -> bits = Double.doubleToRawLongBits((Double) value);
      default -> reference = value;
    }
  }

  private void store(Vector value) {
    bits = value.low();
    high = value.high();
  }
}

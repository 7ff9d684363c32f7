package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.format.FieldType;
import org.dylink.format.ValueType;
import org.objectweb.asm.Opcodes;

/** Calls of the methods that read and write fields of structs, or elements of arrays. */
final class FieldAccess {
  private static final int BYTE_MASK = 0xff;

  private final TypedMethods getters;
  private final TypedMethods setters;
  private final RunMethod getVector;
  private final RunMethod putVector;
  private final RunMethod[] packed; // of elements: get and put bytes, get and put shorts; or null

  private FieldAccess(Class<?> owner, RunMethod... packed) {
    this.getters = TypedMethods.getters(owner, Object.class, int.class);
    this.setters = TypedMethods.setters(owner, "put", Object.class, int.class);
    this.getVector = RunMethod.of(owner, "getVector", Object.class, int.class);
    this.putVector = RunMethod.of(owner, "put", long.class, long.class, Object.class, int.class);
    this.packed = packed;
  }

  static FieldAccess ofStructs(Class<?> owner) {
    return new FieldAccess(owner);
  }

  static FieldAccess ofArrays(Class<?> owner) {
    return new FieldAccess(
        owner,
        RunMethod.of(owner, "getByte", Object.class, int.class),
        RunMethod.of(owner, "putByte", int.class, Object.class, int.class),
        RunMethod.of(owner, "getShort", Object.class, int.class),
        RunMethod.of(owner, "putShort", int.class, Object.class, int.class));
  }

  /** Takes the object and a number. */
  void get(MethodUnit unit, FieldType field, boolean isSigned) {
    if (field.value() == ValueType.V128) {
      unit.call(getVector);
      VectorBorder.unpack(unit);
      return;
    }
    boolean hasOwn = field.isPacked() && packed.length > 0;
    unit.call(hasOwn ? packed[2 * (field.packedBytes() - 1)] : getters.of(field.value()));
    if (isSigned) {
      unit.op(field.packedBytes() == 1 ? Opcodes.I2B : Opcodes.I2S);
    }
  }

  /** Takes a value, a vector as two longs; the object; and a number. */
  void put(MethodUnit unit, FieldType field) {
    if (field.value() == ValueType.V128) {
      unit.call(putVector);
    } else if (field.isPacked() && packed.length > 0) {
      unit.call(packed[2 * (field.packedBytes() - 1) + 1]);
    } else {
      unit.call(setters.of(field.value()));
    }
  }

  /** Leaves of the number at the top what a packed field keeps. */
  static void pack(MethodUnit unit, FieldType field) {
    if (field.packedBytes() == 1) {
      unit.pushInt(BYTE_MASK);
      unit.op(Opcodes.IAND);
    } else if (field.packedBytes() == 2) {
      unit.op(Opcodes.I2C);
    }
  }

  /** Takes values off the stack into scratch slots, vectors as two longs each. */
  static int[] spill(MethodUnit unit, ValueType... types) {
    VectorBorder.toLongs(unit, Arrays.asList(types));
    List<ValueType> parts = new ArrayList<>();
    for (ValueType type : types) {
      if (type == ValueType.V128) {
        parts.add(ValueType.I64);
        parts.add(ValueType.I64);
      } else {
        parts.add(type);
      }
    }
    int[] places = unit.spill(parts.toArray(new ValueType[0]));
    int[] starts = new int[types.length];
    int part = 0;
    for (int i = 0; i < types.length; i++) {
      starts[i] = places[part];
      part += types[i] == ValueType.V128 ? 2 : 1;
    }
    return starts;
  }

  /** Puts a spilled value back. */
  static void load(MethodUnit unit, ValueType type, int place) {
    if (type == ValueType.V128) {
      JvmTypes.load(unit.code(), VectorForm.LONGS, type, place);
    } else {
      unit.load(type, place);
    }
  }
}

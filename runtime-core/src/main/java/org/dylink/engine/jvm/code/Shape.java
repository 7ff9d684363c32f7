package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * What an instruction takes and leaves, and what follows its code.
 *
 * @param type operands and results; null where they depend on the module
 * @param wide the same where the memory or table that it names has addresses of 64 bits
 * @param immediate what follows the code
 * @param width how many bytes of memory it accesses at an address, or has a lane that it names; 0
 *     of others
 */
record Shape(FunctionType type, FunctionType wide, Immediate immediate, int width) {
  /** Stands for the type of addresses in the memory or table that an instruction names. */
  static final ValueType ADDRESS = null;

  /** Of instructions whose types depend on the module. */
  static Shape ofModule(Immediate immediate) {
    return new Shape(null, null, immediate, 0);
  }

  static Shape takes(ValueType... operands) {
    FunctionType narrow = new FunctionType(types(AddressType.I32, operands), List.of());
    FunctionType wide = new FunctionType(types(AddressType.I64, operands), List.of());
    return new Shape(narrow, wide.equals(narrow) ? narrow : wide, Immediate.NONE, 0);
  }

  private static List<ValueType> types(AddressType address, ValueType... types) {
    List<ValueType> resolved = new ArrayList<>(types.length);
    for (ValueType type : types) {
      resolved.add(type == ADDRESS ? address.valueType() : type);
    }
    return resolved;
  }

  Shape gives(ValueType result) {
    FunctionType narrow = new FunctionType(type.params(), types(AddressType.I32, result));
    FunctionType other = new FunctionType(wide.params(), types(AddressType.I64, result));
    return new Shape(narrow, other.equals(narrow) ? narrow : other, immediate, width);
  }

  Shape with(Immediate following) {
    return new Shape(type, wide, following, width);
  }

  private Shape accesses(Immediate following, int bytes) {
    return new Shape(type, wide, following, bytes);
  }

  static Shape constant(ValueType type, Immediate immediate) {
    return takes().gives(type).with(immediate);
  }

  static Shape unary(ValueType type) {
    return takes(type).gives(type);
  }

  static Shape binary(ValueType type) {
    return takes(type, type).gives(type);
  }

  static Shape convert(ValueType from, ValueType to) {
    return takes(from).gives(to);
  }

  static Shape test(ValueType type) {
    return takes(type).gives(ValueType.I32);
  }

  static Shape compare(ValueType type) {
    return takes(type, type).gives(ValueType.I32);
  }

  static Shape load(ValueType type, int width) {
    return takes(ADDRESS).gives(type).accesses(Immediate.MEMORY_ACCESS, width);
  }

  static Shape store(ValueType type, int width) {
    return takes(ADDRESS, type).accesses(Immediate.MEMORY_ACCESS, width);
  }

  /** Of a lane of a vector, which has so many bytes. */
  static Shape extract(ValueType lane, int bytes) {
    return convert(ValueType.V128, lane).accesses(Immediate.LANE, bytes);
  }

  static Shape replace(ValueType lane, int bytes) {
    return takes(ValueType.V128, lane).gives(ValueType.V128).accesses(Immediate.LANE, bytes);
  }

  static Shape loadLane(int bytes) {
    return storeLane(bytes).gives(ValueType.V128);
  }

  static Shape storeLane(int bytes) {
    return takes(ADDRESS, ValueType.V128).accesses(Immediate.LANE_ACCESS, bytes);
  }

  /** Of atomic instructions, which access memory at a multiple of the width only. */
  static Shape atomic(int width, ValueType... behindAddress) {
    ValueType[] operands = new ValueType[behindAddress.length + 1];
    System.arraycopy(behindAddress, 0, operands, 1, behindAddress.length);
    return takes(operands).accesses(Immediate.ATOMIC_ACCESS, width);
  }
}

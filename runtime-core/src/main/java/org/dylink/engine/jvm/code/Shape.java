package org.dylink.engine.jvm.code;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * What an instruction takes and leaves, and what follows its code.
 *
 * @param type operands and results; null where they depend on the module
 * @param immediate what follows the code
 * @param width how many bytes of memory it accesses at an address; 0 of others
 */
record Shape(FunctionType type, Immediate immediate, int width) {
  /** Of instructions whose types depend on the module. */
  static Shape ofModule(Immediate immediate) {
    return new Shape(null, immediate, 0);
  }

  static Shape takes(ValueType... operands) {
    return new Shape(new FunctionType(List.of(operands), List.of()), Immediate.NONE, 0);
  }

  Shape gives(ValueType result) {
    return new Shape(new FunctionType(type.params(), List.of(result)), immediate, width);
  }

  Shape with(Immediate following) {
    return new Shape(type, following, width);
  }

  private Shape accesses(int bytes) {
    return new Shape(type, Immediate.MEMORY_ACCESS, bytes);
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
    return takes(ValueType.I32).gives(type).accesses(width);
  }

  static Shape store(ValueType type, int width) {
    return takes(ValueType.I32, type).accesses(width);
  }

  /** Of atomic instructions, which access memory at a multiple of the width only. */
  static Shape atomic(int width, ValueType... operands) {
    return new Shape(takes(operands).type, Immediate.ATOMIC_ACCESS, width);
  }
}

package org.dylink.machine.ir;

import org.dylink.format.ValueType;

/** Names of types. */
final class IrTypes {
  private IrTypes() {}

  /** Of a value. */
  static String of(ValueType type) {
    return switch (type.kind()) {
      case I32 -> "i32";
      case I64 -> "i64";
      case F32 -> "float";
      case F64 -> "double";
      case V128 -> VectorTemplates.VECTOR;
      default -> "ptr";
    };
  }
}

package org.dylink.machine.ir;

import java.util.List;
import org.dylink.format.FunctionType;
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

  /** Of what a function gives: several results are a structure. */
  static String result(FunctionType type) {
    List<ValueType> results = type.results();
    return switch (results.size()) {
      case 0 -> "void";
      case 1 -> of(results.get(0));
      default -> "{" + String.join(", ", results.stream().map(IrTypes::of).toList()) + "}";
    };
  }
}

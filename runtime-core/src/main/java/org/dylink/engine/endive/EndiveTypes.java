package org.dylink.engine.endive;

import java.util.List;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/** Translates types between the seam and Endive. */
final class EndiveTypes {
  private EndiveTypes() {}

  static run.endive.wasm.types.FunctionType endive(FunctionType type) {
    return run.endive.wasm.types.FunctionType.of(endive(type.params()), endive(type.results()));
  }

  static ValType endive(ValueType type) {
    return switch (type) {
      case I32 -> ValType.I32;
      case I64 -> ValType.I64;
      case F32 -> ValType.F32;
      case F64 -> ValType.F64;
      case V128 -> ValType.V128;
      case FUNCREF -> ValType.FuncRef;
      case EXTERNREF -> ValType.ExternRef;
      case EXNREF -> ValType.ExnRef;
    };
  }

  static MutabilityType mutability(boolean mutable) {
    return mutable ? MutabilityType.Var : MutabilityType.Const;
  }

  private static List<ValType> endive(List<ValueType> types) {
    return types.stream().map(EndiveTypes::endive).toList();
  }

  /** The other way round. */
  static ValueType own(ValType type) {
    for (ValueType each : ValueType.values()) {
      if (endive(each).equals(type)) {
        return each;
      }
    }
    throw new IllegalStateException("BUG: unknown type " + type);
  }
}

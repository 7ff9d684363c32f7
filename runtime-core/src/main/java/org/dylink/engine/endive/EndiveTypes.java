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
    return switch (type.kind()) {
      case I32 -> ValType.I32;
      case I64 -> ValType.I64;
      case F32 -> ValType.F32;
      case F64 -> ValType.F64;
      case V128 -> ValType.V128;
      case REFERENCE -> reference(type);
    };
  }

  /** The others do not pass a module's border: see {@link BorderTypes}. */
  private static ValType reference(ValueType type) {
    if (type == ValueType.EXTERNREF) {
      return ValType.ExternRef;
    }
    return type == ValueType.EXNREF ? ValType.ExnRef : ValType.FuncRef;
  }

  static MutabilityType mutability(boolean mutable) {
    return mutable ? MutabilityType.Var : MutabilityType.Const;
  }

  private static List<ValType> endive(List<ValueType> types) {
    return types.stream().map(EndiveTypes::endive).toList();
  }

  /** The other way round. */
  static ValueType own(ValType type) {
    for (ValueType each : ValueType.coded()) {
      if (endive(each).equals(type)) {
        return each;
      }
    }
    throw new IllegalStateException("BUG: unknown type " + type);
  }
}

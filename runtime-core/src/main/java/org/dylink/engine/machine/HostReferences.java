package org.dylink.engine.machine;

import java.util.List;
import java.util.Optional;
import org.dylink.format.FunctionType;
import org.dylink.format.HeapType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Where a module has a reference that is no function and lies where others can get it: generated
 * code has no place for it. Those of exceptions may lie in locals.
 */
final class HostReferences {
  private HostReferences() {}

  /** The first such place. */
  static Optional<String> in(WasmModule module) {
    for (int i = 0; i < module.functionCount(); i++) {
      if (hasAny(module.functionType(i))) {
        return Optional.of("function " + module.functionName(i));
      }
    }
    for (int i = 0; i < module.tables().size(); i++) {
      if (isAny(module.tables().get(i).element())) {
        return Optional.of("table " + i);
      }
    }
    for (int i = 0; i < module.globals().size(); i++) {
      if (isAny(module.globals().get(i).value())) {
        return Optional.of("global " + i);
      }
    }
    for (int i = 0; i < module.tags().size(); i++) {
      if (hasAny(module.tags().get(i).payload())) {
        return Optional.of("tag " + i);
      }
    }
    return Optional.empty();
  }

  private static boolean hasAny(FunctionType type) {
    return hasAny(type.params()) || hasAny(type.results());
  }

  private static boolean hasAny(List<ValueType> types) {
    return types.stream().anyMatch(HostReferences::isAny);
  }

  private static boolean isAny(ValueType type) {
    return type.isReference() && type.heapType().top() != HeapType.Abstract.FUNC;
  }
}

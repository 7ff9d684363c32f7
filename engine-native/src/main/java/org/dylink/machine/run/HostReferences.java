package org.dylink.machine.run;

import java.util.Optional;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/** Where a module can get a reference that is no function: generated code has no place for it. */
final class HostReferences {
  private HostReferences() {}

  /** The first place where a module can get a reference that is no function. */
  static Optional<String> in(WasmModule module) {
    for (int i = 0; i < module.functionCount(); i++) {
      FunctionType type = module.functionType(i);
      if (type.params().contains(ValueType.EXTERNREF)
          || type.results().contains(ValueType.EXTERNREF)) {
        return Optional.of("function " + module.functionName(i));
      }
    }
    for (int i = 0; i < module.tables().size(); i++) {
      if (module.tables().get(i).element() != ValueType.FUNCREF) {
        return Optional.of("table " + i);
      }
    }
    for (int i = 0; i < module.globals().size(); i++) {
      if (module.globals().get(i).value() == ValueType.EXTERNREF) {
        return Optional.of("global " + i);
      }
    }
    return Optional.empty();
  }
}

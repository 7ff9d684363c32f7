package org.dylink.engine.endive;

import java.util.stream.Stream;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Refuses types that Endive cannot pass from one module to another: a reference to a function, or
 * to an exception, is a number that means something to one instance only. No C, C++ or Rust
 * compiler puts them on a module's border; function pointers are table indexes.
 */
final class BorderTypes {
  private BorderTypes() {}

  static void check(WasmModule module) throws InvalidModuleException {
    for (Import entry : module.imports()) {
      check(module, "import " + entry.qualifiedName(), entry.type());
    }
    for (Export entry : module.exports()) {
      check(module, "export " + entry.name(), entry.type());
    }
  }

  private static void check(WasmModule module, String what, ExternType type)
      throws InvalidModuleException {
    if (valueTypes(type).anyMatch(t -> t == ValueType.FUNCREF || t == ValueType.EXNREF)) {
      throw new InvalidModuleException(
          module.name(),
          what
              + ": "
              + type.kind()
              + " "
              + type
              + ": this engine passes no funcref or exnref between modules",
          null);
    }
  }

  private static Stream<ValueType> valueTypes(ExternType type) {
    if (type instanceof FunctionType function) {
      return Stream.concat(function.params().stream(), function.results().stream());
    } else if (type instanceof GlobalType global) {
      return Stream.of(global.value());
    }
    return Stream.empty();
  }
}

package org.dylink.engine.endive;

import java.util.stream.Stream;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;

/**
 * Refuses types that cannot pass from one module to another: a reference to an exception, or to a
 * function, is a number that means something to one instance only. {@link BorderCall} carries
 * functions, but a global has one value for all who import it, and an exception one payload. No C,
 * C++ or Rust compiler puts them on a module's border; function pointers are table indexes.
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
    String detail = what + ": " + type.kind() + " " + type + ": this engine passes no ";
    if (valueTypes(type).anyMatch(ValueType.EXNREF::equals)) {
      throw new InvalidModuleException(module.name(), detail + "exnref between modules", null);
    } else if (!(type instanceof FunctionType)
        && valueTypes(type).anyMatch(ValueType.FUNCREF::equals)) {
      String where = "funcref in a " + type.kind() + " between modules";
      throw new InvalidModuleException(module.name(), detail + where, null);
    }
  }

  private static Stream<ValueType> valueTypes(ExternType type) {
    if (type instanceof FunctionType function) {
      return Stream.concat(function.params().stream(), function.results().stream());
    } else if (type instanceof GlobalType global) {
      return Stream.of(global.value());
    } else if (type instanceof TagType tag) {
      return tag.payload().params().stream();
    }
    return Stream.empty();
  }
}

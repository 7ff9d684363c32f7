package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.Lack;
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
  private static final List<ValueType> PLAIN =
      List.of(ValueType.FUNCREF, ValueType.EXTERNREF, ValueType.EXNREF);

  private BorderTypes() {}

  static List<Lack> lackedBy(WasmModule module) {
    List<Lack> lacks = new ArrayList<>();
    for (Import entry : module.imports()) {
      add(lacks, "import " + entry.qualifiedName(), entry.type());
    }
    for (Export entry : module.exports()) {
      add(lacks, "export " + entry.name(), entry.type());
    }
    return lacks;
  }

  private static void add(List<Lack> lacks, String what, ExternType type) {
    String where = what + ": " + type.kind() + " " + type;
    if (valueTypes(type).anyMatch(ValueType.EXNREF::equals)) {
      lacks.add(new Lack("exnref between modules", where));
    } else if (!(type instanceof FunctionType)
        && valueTypes(type).anyMatch(ValueType.FUNCREF::equals)) {
      lacks.add(new Lack("funcref in a " + type.kind() + " between modules", where));
    } else if (valueTypes(type).anyMatch(BorderTypes::isTyped)) {
      lacks.add(new Lack("typed references between modules", where));
    }
  }

  private static boolean isTyped(ValueType type) {
    return type.isReference() && !PLAIN.contains(type);
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

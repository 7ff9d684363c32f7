package org.dylink.linker.fuzz;

import static org.dylink.testing.Code.code;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.ValueType;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.testing.Shapes;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;

/**
 * A {@code libc.so} that links in no time: it defines whatever the seeds want and none of them has.
 */
final class StubLibc {
  private final ModuleBuilder module = Shapes.shared("libc.so");
  private final Set<String> defined = new HashSet<>();

  private StubLibc() {}

  static Library serving(List<Library> seeds) {
    StubLibc libc = new StubLibc();
    seeds.forEach(seed -> seed.symbols().stream().map(Symbol::name).forEach(libc.defined::add));
    seeds.forEach(seed -> seed.module().imports().forEach(libc::define));
    return TestLibrary.of(libc.module);
  }

  private void define(Import entry) {
    if (entry.module().equals(AbiNames.ENV)
        && entry.type() instanceof FunctionType type
        && defined.add(entry.name())) {
      module.exportedFunction(entry.name(), type.toString(), nothing(type));
    } else if (entry.module().equals(AbiNames.GOT_MEM) && defined.add(entry.name())) {
      Shapes.data(module, entry.name(), 0);
    }
  }

  private static Code nothing(FunctionType type) {
    Code code = code();
    for (ValueType result : type.results()) {
      switch (result.kind()) {
        case I32 -> code.i32Const(0);
        case I64 -> code.i64Const(0);
        case F32 -> code.f32Const(0);
        case F64 -> code.f64Const(0);
        default -> code.unreachable();
      }
    }
    return code;
  }
}

package org.dylink.shell;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;

import java.util.List;
import java.util.Map;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;

/** A library that no bundle has. */
record FakeLibrary(String name, String version, String origin, WasmModule module)
    implements Library {

  @Override
  public Map<String, Object> attributes() {
    return Map.of("wasm.library", name, "abi", "dylink.0", "path", "lib/" + name);
  }

  /**
   * A library whose bundle is named after it. It has 32 bytes of data and two slots, imports a
   * function and an address, and exports functions and a data symbol, which is weak.
   */
  static FakeLibrary of(String name, String version, List<String> needed, String... functions) {
    String stem = name.substring(0, name.indexOf('.'));
    String data = stem + "_data";
    DylinkBuilder dylink =
        dylink()
            .memInfo(32, 4, 2, 0)
            .needed(needed.toArray(String[]::new))
            .exportInfo(data, DylinkBuilder.WEAK);
    ModuleBuilder module =
        ModuleBuilder.module(name)
            .dylink(dylink)
            .importFunction("env", "puts", "(i32) -> i32")
            .importGlobal("GOT.mem", "errno", ValueType.I32, true)
            .global(data, ValueType.I32, false, code().i32Const(8));
    for (String function : functions) {
      module.exportedFunction(function, "(i32) -> i32", code().localGet(0));
    }
    module.exportGlobal(data, data);
    return new FakeLibrary(name, version, "org.example." + stem + " " + version, module.build());
  }
}

package org.dylink.shell;

import java.util.List;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;

/** A library that no bundle has. */
record FakeLibrary(String name, String version, String origin, WasmModule module)
    implements Library {

  /** A library whose bundle is named after it; see {@link ModuleBytes#library}. */
  static FakeLibrary of(String name, String version, List<String> needed, String... functions) {
    String stem = name.substring(0, name.indexOf('.'));
    WasmModule module = ModuleBytes.library(name, needed, stem + "_data", functions);
    return new FakeLibrary(name, version, "org.example." + stem + " " + version, module);
  }
}

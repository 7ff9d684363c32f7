package org.dylink.app.command;

import org.dylink.app.search.LibraryFile;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;

/** A file as a library, for a look at it: no bundle has it, and no program links it. */
record FileLibrary(LibraryFile file) implements Library {
  @Override
  public String name() {
    return file.name();
  }

  @Override
  public String version() {
    return "0.0.0";
  }

  @Override
  public String origin() {
    return file.shown();
  }

  @Override
  public WasmModule module() {
    return file.module();
  }
}

package org.dylink.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;

/** A library from the class path. */
record FileLibrary(String name, WasmModule module) implements Library {
  /**
   * Reads a library.
   *
   * @param resource its path, whose last part is the library's name
   */
  static FileLibrary read(String resource) {
    String name = resource.substring(resource.lastIndexOf('/') + 1);
    try (InputStream in = FileLibrary.class.getResourceAsStream(resource)) {
      return new FileLibrary(name, WasmModule.read(name, in.readAllBytes()));
    } catch (IOException | MalformedModuleException e) {
      throw new IllegalStateException(resource + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public String origin() {
    return "benchmarks";
  }
}

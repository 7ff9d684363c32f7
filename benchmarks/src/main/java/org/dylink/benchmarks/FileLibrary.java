package org.dylink.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;

/** A library from the class path or a file. */
record FileLibrary(String name, WasmModule module) implements Library {
  /**
   * Reads a library from the class path.
   *
   * @param resource its path, whose last part is the library's name
   */
  static FileLibrary read(String resource) {
    try (InputStream in = FileLibrary.class.getResourceAsStream(resource)) {
      return read(resource.substring(resource.lastIndexOf('/') + 1), in.readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(resource + ": " + e.getMessage(), e);
    }
  }

  /** Reads a library from a file of the same name. */
  static FileLibrary read(Path file) {
    try {
      return read(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }

  private static FileLibrary read(String name, byte[] bytes) {
    try {
      return new FileLibrary(name, WasmModule.read(name, bytes));
    } catch (MalformedModuleException e) {
      throw new IllegalStateException(e.getMessage(), e);
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

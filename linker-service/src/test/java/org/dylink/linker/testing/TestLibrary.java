package org.dylink.linker.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.testing.ModuleBuilder;

/** A library that came in no bundle. */
public record TestLibrary(String name, String version, String origin, WasmModule module)
    implements Library {

  /** Under the name that the module was built with. */
  public static TestLibrary of(ModuleBuilder builder) {
    return of(builder.build());
  }

  /** Under the name that the module was read with. */
  public static TestLibrary of(WasmModule module) {
    return new TestLibrary(module.name(), "1.0.0", "test 1.0.0", module);
  }

  /** Under the file's name. */
  public static TestLibrary of(Path file) {
    String name = file.getFileName().toString();
    try {
      WasmModule module = WasmModule.read(name, Files.readAllBytes(file));
      return new TestLibrary(name, "1.0.0", file.toString(), module);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MalformedModuleException e) {
      throw new IllegalArgumentException(e);
    }
  }

  // Two libraries are the same only if they are the same object.
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}

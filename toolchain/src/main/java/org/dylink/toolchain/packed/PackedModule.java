package org.dylink.toolchain.packed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dylink.format.MalformedModuleException;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;

/**
 * A module in a file, with what was compiled of it in a file beside it.
 *
 * @param module what it is
 * @param file where it is
 */
record PackedModule(WasmModule module, Path file) implements Library {
  /**
   * Reads it.
   *
   * @throws IOException if it cannot be read
   * @throws MalformedModuleException if it is no WebAssembly module
   */
  static PackedModule read(Path file) throws IOException, MalformedModuleException {
    URL place = file.toUri().toURL();
    WasmModule module = WasmModule.read(file.getFileName().toString(), place);
    return new PackedModule(module.with(kind -> beside(file, kind)), file);
  }

  private static Optional<InputStream> beside(Path file, String kind) throws IOException {
    Path companion = file.resolveSibling(file.getFileName() + "." + kind);
    return Files.exists(companion)
        ? Optional.of(Files.newInputStream(companion))
        : Optional.empty();
  }

  @Override
  public String name() {
    return module.name();
  }

  @Override
  public String version() {
    return NO_VERSION;
  }

  @Override
  public String origin() {
    return file.toString();
  }
}

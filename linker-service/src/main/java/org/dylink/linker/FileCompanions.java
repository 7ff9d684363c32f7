package org.dylink.linker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.dylink.engine.host.HostNames;
import org.dylink.format.Companions;

/**
 * The image beside a file. Compiled code is not looked for there: of modules in no bundle engines
 * keep their own.
 */
final class FileCompanions implements Companions {
  private final Path file;

  FileCompanions(Path file) {
    this.file = file;
  }

  @Override
  public Optional<InputStream> open(String kind) throws IOException {
    Path beside = beside(kind);
    // To open a pipe would wait for whoever writes to it.
    return kind.equals(Linker.IMAGE) && Files.isRegularFile(beside)
        ? Optional.of(Files.newInputStream(beside))
        : Optional.empty();
  }

  // By the bytes of its name, which the JVM's locale may not have.
  private Path beside(String kind) {
    String name = HostNames.text(file.getFileName()) + "." + kind;
    return HostNames.resolve(file.resolveSibling(""), name);
  }
}

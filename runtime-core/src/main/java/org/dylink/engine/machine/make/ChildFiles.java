package org.dylink.engine.machine.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.format.WasmModule;

/** What passes between this JVM and a compiler's process, in a folder that only the user sees. */
record ChildFiles(Path folder) implements AutoCloseable {
  static ChildFiles of(WasmModule module) throws IOException {
    ChildFiles files = new ChildFiles(Files.createTempDirectory("dylink-compile-"));
    try {
      Files.write(files.module(), module.bytes().toArray());
      return files;
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  Path module() {
    return folder.resolve("module");
  }

  Path object() {
    return folder.resolve("object");
  }

  /** What it prints on standard output. */
  Path answer() {
    return folder.resolve("answer");
  }

  /** What it prints on standard error. */
  Path messages() {
    return folder.resolve("messages");
  }

  @Override
  public void close() throws IOException {
    // Where a JVM crashes, it leaves a report here.
    for (Path each : listed()) {
      Files.deleteIfExists(each);
    }
    Files.deleteIfExists(folder);
  }

  private List<Path> listed() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }
}

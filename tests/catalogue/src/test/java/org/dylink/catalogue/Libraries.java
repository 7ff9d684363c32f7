package org.dylink.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.linker.embed.Dylink;

/** The libraries of the catalogue, and what they need, as files. */
final class Libraries {
  private static final Path EXAMPLES = Path.of("../../example-bundles");

  private Libraries() {}

  static Dylink open() {
    return Dylink.create(
        Stream.concat(
                Stream.of("libc", "zlib").map(EXAMPLES::resolve),
                Stream.concat(folders("catalogue"), folders("catalogue/grammars")))
            .map(folder -> folder.resolve("src/main/resources/lib"))
            .filter(Files::isDirectory)
            .toArray(Path[]::new));
  }

  private static Stream<Path> folders(String folder) {
    try (Stream<Path> all = Files.list(EXAMPLES.resolve(folder))) {
      return List.copyOf(all.sorted().toList()).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

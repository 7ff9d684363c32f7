package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A resolver that has the index finds what an example needs. */
class IndexTest {
  private static final List<String> LINKER =
      List.of("org.dylink.linker", "org.dylink.runtime", "org.dylink.example.libc");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "org.dylink.example.zlib-demo, org.dylink.example.zlib org.dylink.wasi",
    "org.dylink.example.libpng, org.dylink.example.zlib org.dylink.wasi org.dylink.binding",
    "org.dylink.example.lua, org.dylink.wasi org.dylink.binding",
    "org.dylink.example.libcxx, org.dylink.wasi",
  })
  void bringsWhatItNeeds(String example, String others) throws Exception {
    assertEquals(
        Stream.of(List.of(example), LINKER, List.of(others.split(" ")))
            .flatMap(List::stream)
            .sorted()
            .toList(),
        CatalogueIndex.resolve(folder, example).stream()
            .map(CatalogueIndex::name)
            .filter(name -> name.startsWith("org.dylink."))
            .sorted()
            .toList());
  }
}

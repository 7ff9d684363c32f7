package org.dylink.headers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFileNameTest {
  @ParameterizedTest
  @CsvSource({
    "libz.so.1.2.13, libz.so, 1.2.13",
    "/usr/lib/libz.so.1, libz.so, 1",
    "libz.so.1.2.3.4, libz.so, 1.2.3.4",
    "lib/liba.so.b.so.7, liba.so.b.so, 7"
  })
  void readsTheVersionBehindTheName(String path, String library, String version) {
    assertEquals(new LibraryFileName(library, Optional.of(version)), LibraryFileName.of(path));
  }

  @ParameterizedTest
  @CsvSource({
    "lib/libz.so, libz.so",
    "bin/hello.wasm, hello.wasm",
    "libz.so.1.2.3.4.5, libz.so.1.2.3.4.5",
    "libz.so.20240101000, libz.so.20240101000",
    "libz.so.1a, libz.so.1a"
  })
  void takesTheWholeNameWhereThereIsNoVersion(String path, String library) {
    assertEquals(new LibraryFileName(library, Optional.empty()), LibraryFileName.of(path));
  }

  @ParameterizedTest
  @CsvSource({
    "a.so, true",
    "lib/a.so.1.2, true",
    "a.wasm, true",
    "a.so.bak, false",
    "a.wasm.1, false",
    "x.so/readme, false",
    ".so, false",
    "aso, false"
  })
  void knowsLibrariesByTheirNames(String path, boolean expected) {
    assertEquals(expected, LibraryFileName.isLibrary(path));
  }

  @Test
  void readsVersionsThatManifestsTake() {
    String version = LibraryFileName.of("libz.so.1.2").version().orElseThrow();
    assertEquals("1.2.0", LibraryVersion.parse(version).toString());
  }

  @Test
  void aLongNameNeedsNoStack() {
    assertTrue(LibraryFileName.isLibrary("a.so" + ".1".repeat(1 << 19)));
    assertFalse(LibraryFileName.isLibrary("a.so" + ".1".repeat(1 << 19) + "x"));
    assertTrue(LibraryFileName.isLibrary("a.so.".repeat(1 << 18) + "wasm"));
    String name = "a.so" + ".1".repeat(1 << 19);
    assertEquals(name, LibraryFileName.of(name).library());
  }
}

package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JobPathsTest {
  private static final Set<String> FILES = Set.of("/w/a.o", "/w/sub/b.o", "/w/foo");

  @ParameterizedTest
  @CsvSource({
    "wasm-ld a.o sub/b.o -o out.wasm, wasm-ld /w/a.o /w/sub/b.o -o /w/out.wasm",
    "wasm-ld -L. -L /x -Llib -lfoo, wasm-ld -L/w/. -L /x -L/w/lib -lfoo",
    "wasm-ld --export foo -m foo foo, wasm-ld --export foo -m foo /w/foo",
    "wasm-ld no.o /x/a.o -shared, wasm-ld no.o /x/a.o -shared",
    "clang -cc1 -dependency-file a.d -o a.o -x c foo, clang -cc1 -dependency-file /w/a.d -o a.o -x c foo",
    "clang -cc1 -dependency-file -, clang -cc1 -dependency-file -",
  })
  void areAbsoluteWhereTheToolDoesNotAskForTheFolder(String job, String expected) {
    JobPaths paths = new JobPaths("/w", FILES::contains);
    assertEquals(expected, String.join(" ", paths.absolute(List.of(job.split(" ")))));
  }
}

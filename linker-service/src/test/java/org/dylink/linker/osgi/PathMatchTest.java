package org.dylink.linker.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathMatchTest {
  @ParameterizedTest
  @CsvSource({
    "plug.so, lib/plug.so, true",
    "./plug.so, lib/plug.so, true",
    "/plug.so, lib/plug.so, true",
    "lib/plug.so, lib/plug.so, true",
    "/usr/lib/plug.so, lib/plug.so, true",
    "./a/plug.so, lib/a/plug.so, true",
    "./a/plug.so, lib/b/plug.so, false",
    "./a/../b/plug.so, lib/b/plug.so, true",
    "./a/../b/plug.so, lib/a/plug.so, false",
    "../../b/plug.so, b/plug.so, true",
    "./a//./plug.so, a/plug.so, true",
    "/opt/plugins/plug.so, lib/plug.so, false",
    "./a/plug.so, plug.so, true",
    "./A/plug.so, a/plug.so, false",
  })
  void theFoldersThatBothTellMustBeTheSame(String file, String path, boolean fits) {
    var capability = Fakes.capability(Map.of("wasm.library", "plug.so", "path", path), null);

    assertEquals(fits, new PathMatch(file).fits(capability));
  }

  @ParameterizedTest
  @CsvSource({"./a/host.so", "host.so"})
  void javaFunctionsStandInNoFolder(String file) {
    var capability = Fakes.capability(Map.of("wasm.library", "host.so", "abi", "host"), null);

    assertEquals(true, new PathMatch(file).fits(capability));
  }
}

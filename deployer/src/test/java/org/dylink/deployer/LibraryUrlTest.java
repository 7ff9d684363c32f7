package org.dylink.deployer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryUrlTest {
  @ParameterizedTest
  @CsvSource({
    "file:/a/libz.so, file:/a/libz.so, libz.so, 0.0.0",
    "file:libz.so.1.2, file:libz.so.1.2, libz.so, 1.2",
    "file:/a/lib:z.so, file:/a/lib:z.so, lib:z.so, 0.0.0",
    "file:/a/libz.so.1.2.13, file:/a/libz.so.1.2.13, libz.so, 1.2.13",
    "file:/a/x.bin?name=libz.so&version=1.3, file:/a/x.bin, libz.so, 1.3",
    "file:/a/libz.so.1.2?version=2, file:/a/libz.so.1.2, libz.so, 2",
    "http://h/get?id=7&name=libz.so&x, http://h/get?id=7&x, libz.so, 0.0.0",
    "jar:file:/a.jar!/lib/libz.so.2, jar:file:/a.jar!/lib/libz.so.2, libz.so, 2",
    "file:/a/libstdc++.so, file:/a/libstdc++.so, libstdc++.so, 0.0.0",
    "file:/a/my%20lib.so, file:/a/my%20lib.so, my lib.so, 0.0.0",
    "file:/a/x.so?name=lib%26%C3%A9+.so, file:/a/x.so, lib&é+.so, 0.0.0"
  })
  void readsWhatIsAskedFor(String url, String module, String name, String version) {
    assertEquals(
        new LibraryUrl(module, name, version, Optional.empty()), LibraryUrl.parse("wasm:" + url));
  }

  @Test
  void refusesBrokenEscapes() {
    assertThrows(
        IllegalArgumentException.class, () -> LibraryUrl.parse("wasm:file:/a/x.so?name=%4"));
  }
}

package org.dylink.toolchain.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GuestPathsTest {
  @ParameterizedTest
  @CsvSource({
    "C:\\src\\a.c, /C:/src/a.c",
    "d:/src/a.c, /d:/src/a.c",
    "-IC:\\inc, -I/C:/inc",
    "--sysroot=C:\\s\\r, --sysroot=/C:/s/r",
    "'-Wl,--allow-undefined-file=C:\\t.txt', '-Wl,--allow-undefined-file=/C:/t.txt'",
    "src\\a.c, src\\a.c",
    "-DX=1, -DX=1",
    "-O2, -O2",
  })
  void aDriveIsAFolder(String argument, String expected) {
    assertEquals(expected, GuestPaths.ofWindows(argument));
  }
}

package org.dylink.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What clang-22 -MD -MF wrote of files with such names. */
final class DependencyFileTest {
  private static List<Path> files(String... names) {
    return Stream.of(names).map(Path::of).toList();
  }

  @Test
  void readsARuleOfSeveralLines() {
    assertEquals(
        files("a.c", "/usr/include/b.h", "c.h"),
        DependencyFile.read("out/a.o: a.c /usr/include/b.h \\\n  c.h\n"));
  }

  @Test
  void readsBlanksHashesAndDollars() {
    assertEquals(
        files("my file.c", "a#b.h", "a$b.h"),
        DependencyFile.read("x.o: my\\ file.c a\\#b.h \\\n  a$$b.h\n"));
  }

  @Test
  void readsColonsAndBackslashesInNames() {
    assertEquals(files("C:\\in\\a.c"), DependencyFile.read("C:\\out\\a.o: C:\\in\\a.c\r\n"));
  }

  @Test
  void readsNothingWhereThereIsNoRule() {
    assertEquals(List.of(), DependencyFile.read(""));
    assertEquals(List.of(), DependencyFile.read("x.o:\n"));
  }
}

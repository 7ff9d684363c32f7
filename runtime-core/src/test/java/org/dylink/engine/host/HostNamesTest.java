package org.dylink.engine.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dylink.format.FileUrl;
import org.dylink.format.WasmModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM of this test may have any locale: right values are the same in each. */
final class HostNamesTest {
  @TempDir private Path folder;

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "gr\u00fc\u00dfe", "\u65e5", "\ud83d\ude00", "a/b", "a?b"})
  void unicodeIsUtf8(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(utf8, HostNames.bytes(name));
    assertEquals(name, HostNames.text(utf8));
  }

  @Test
  void aByteThatIsNoUtf8IsALoneSurrogate() {
    assertEquals("latin\udce9", HostNames.text(hex("6c6174696ee9")));
    assertEquals("\udcff\udcfe", HostNames.text(hex("fffe")));
    // Cut short, too long for its value, a surrogate, beyond Unicode.
    assertEquals("\udce6\udc97", HostNames.text(hex("e697")));
    assertEquals("\udcc0\udcaf", HostNames.text(hex("c0af")));
    assertEquals("\udced\udca0\udc80", HostNames.text(hex("eda080")));
    assertEquals("\udcf4\udc90\udc80\udc80x", HostNames.text(hex("f490808078")));
  }

  @Test
  void anyBytesComeBack() {
    Random random = new Random(1);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, HostNames.bytes(HostNames.text(bytes)));
    }
  }

  @Test
  void whatStandsForNoByteIsAQuestionMark() {
    assertEquals("a?b", new String(HostNames.bytes("a\udc7fb"), StandardCharsets.UTF_8));
    assertEquals("a?", new String(HostNames.bytes("a\ud83d"), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(
      strings = {"plain", "gr\u00fc\u00dfe", "\ud83d\ude00", "latin\udce9", "\udcff\udcfe"})
  void aFileHasTheNamesBytes(String name) throws IOException {
    Path file = HostNames.resolve(folder, name);
    Files.writeString(file, "text");
    assertEquals(folder, file.getParent());
    assertEquals(name, HostNames.text(file.getFileName()));
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found = entries.toList();
      assertEquals(List.of(file), found);
      assertEquals(name, HostNames.text(found.get(0).getFileName()));
    }
    assertTrue(HostNames.text(file).endsWith("/" + name), HostNames.text(file));
    assertEquals(file, HostNames.resolve(folder, HostNames.text(file)));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aNameMayBeAPath() throws IOException {
    Path inner = HostNames.resolve(folder, "d\u00fc//\udcff/");
    assertEquals(2, folder.relativize(inner).getNameCount());
    Files.createDirectories(inner);
    assertEquals("d\u00fc/\udcff", HostNames.text(folder.relativize(inner)));
    assertTrue(HostNames.text(inner).endsWith("d\u00fc/\udcff"), HostNames.text(inner));
    Path up = HostNames.resolve(inner, "../.\u00fc");
    assertEquals(HostNames.resolve(folder, "d\u00fc/.\u00fc"), up.normalize());
    assertFalse(Files.exists(up));
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @ValueSource(strings = {"plain", "a b+c", "100%25", "gr\u00fc\u00dfe", "latin\udce9"})
  void aUrlOpensTheFileWithTheNamesBytes(String name) throws IOException {
    Path file = HostNames.resolve(folder, name);
    Files.writeString(file, "text");
    URL place = file.toUri().toURL();
    assertEquals(name, HostNames.last(place));
    Path found = FileUrl.path(place).orElseThrow();
    assertArrayEquals(hex("74657874"), Files.readAllBytes(found));
  }

  @Test
  void aUrlMayBeWrittenByAPerson() throws IOException {
    Files.writeString(folder.resolve("a b%c.so"), "text");
    URL place = new URL("file:" + folder + "/a b%c.so");
    assertEquals("a b%c.so", HostNames.last(place));
    URL gone = new URL("file:" + folder + "/gone.so");
    FileNotFoundException failure =
        assertThrows(FileNotFoundException.class, () -> WasmModule.read("gone.so", gone));
    assertEquals(folder + "/gone.so (No such file or directory)", failure.getMessage());
  }

  @Test
  void aNulIsInNoName() {
    assertThrows(InvalidPathException.class, () -> HostNames.resolve(folder, "\u00fc\0"));
    assertThrows(InvalidPathException.class, () -> HostNames.resolve(folder, "u\0"));
  }
}

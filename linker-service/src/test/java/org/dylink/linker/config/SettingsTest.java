package org.dylink.linker.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.dylink.engine.host.HostNames;
import org.dylink.linker.OnWithdraw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void whatIsNotThereOrBlankIsNotSet() throws MalformedValueException {
    Settings none = of(" ");

    assertEquals(Optional.empty(), none.text("x"));
    assertEquals(Optional.empty(), none.text("other"));
    assertEquals(List.of(), none.texts("x"));
    assertEquals(OptionalLong.empty(), none.amount("x", 1, 9, "bytes"));
    assertEquals(Optional.empty(), none.seconds("x"));
    assertEquals(Optional.empty(), none.choice("x", OnWithdraw.class));
    assertEquals(Map.of(), of(new String[] {""}).folders("x"));
  }

  @Test
  void numbersMayBeStrings() throws MalformedValueException {
    assertEquals(OptionalLong.of(7), of(7).amount("x", 1, 9, "bytes"));
    assertEquals(OptionalLong.of(7), of("7").amount("x", 1, 9, "bytes"));
    assertEquals(Optional.of(Duration.ofMillis(1_500)), of(1.5).seconds("x"));
    assertEquals(Optional.of(Duration.ofMillis(1_500)), of("1.5").seconds("x"));
  }

  @Test
  void amountsHaveARange() {
    String expected = "org.acme: x: expected 1 to 9 bytes, found ";
    for (Object value : List.of(0, 10, -1, 1.5, "many", "1e999999999")) {
      assertMalformed(expected + value, () -> of(value).amount("x", 1, 9, "bytes"));
    }
  }

  @Test
  void timesHaveARange() {
    String expected = "org.acme: x: expected seconds, more than 0 and at most a year, found ";
    for (Object value : List.of(0, -1.5, "31536001", "1 s", "0.0000000001", "1e999999999")) {
      assertMalformed(expected + value, () -> of(value).seconds("x"));
    }
  }

  @Test
  void listsMayBeOneAlone() {
    assertEquals(List.of("a", "b"), of(new String[] {"a", "", "b"}).texts("x"));
    assertEquals(List.of("a", "b"), of(List.of("a", "b")).texts("x"));
    assertEquals(List.of("a b"), of("a b").texts("x"));
  }

  @Test
  void choicesMayBeWrittenSmallAndWithHyphens() throws MalformedValueException {
    assertEquals(Optional.of(OnWithdraw.KEEP), of("keep").choice("x", OnWithdraw.class));
    assertEquals(Optional.of(Two.TWO_WORDS), of("two-words").choice("x", Two.class));
    assertMalformed(
        "org.acme: x: expected one of [END, KEEP, REPLACE], found MAYBE",
        () -> of("MAYBE").choice("x", OnWithdraw.class));
  }

  @Test
  void variablesHaveNames() throws MalformedValueException {
    assertEquals(Map.of("A", "1=2", "B", ""), of(new String[] {"A=1=2", "B="}).variables("x"));
    assertMalformed("org.acme: x: expected NAME=VALUE, found =1", () -> of("=1").variables("x"));
    assertMalformed("org.acme: x: expected NAME=VALUE, found A", () -> of("A").variables("x"));
  }

  @Test
  void foldersAreThere() throws MalformedValueException {
    assertEquals(Map.of("/data", folder), of(folder + "::/data").folders("x"));
    for (String value : List.of("/data", "::/data", folder + "::")) {
      assertMalformed(
          "org.acme: x: expected HOST::GUEST, found " + value, () -> of(value).folders("x"));
    }
    for (String value : List.of(folder + "/none::/data", "a\0b::/data")) {
      assertMalformed(
          "org.acme: x: expected a folder that is there, found " + value,
          () -> of(value).folders("x"));
    }
  }

  /** As any name outside ASCII is in the locale C: a byte that is not UTF-8. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void foldersMayHaveNamesThatTheLocaleDoesNotHave() throws Exception {
    String name = folder + "/gr\udcfcn";
    Path named = Files.createDirectory(HostNames.resolve(folder, name));
    assertArrayEquals(
        new byte[] {'g', 'r', (byte) 0xfc, 'n'},
        HostNames.bytes(HostNames.text(named.getFileName())));

    assertEquals(Map.of("/data", named), of(name + "::/data").folders("x"));
  }

  private enum Two {
    TWO_WORDS
  }

  private static Settings of(Object value) {
    return new Settings("org.acme", Map.of("x", value));
  }

  private static void assertMalformed(String message, Executable reading) {
    assertEquals(message, assertThrows(MalformedValueException.class, reading).getMessage());
  }
}

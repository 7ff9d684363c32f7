package org.dylink.linker.link.dl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.dylink.engine.Memory;
import org.dylink.engine.host.HostNames;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts for C, in room of ten bytes with the NUL. */
class GuestStringsTest {
  private static final int ADDRESS = 100;
  private static final int SIZE = 10;

  private final Memory memory = new JvmEngine().newMemory(new MemoryType(new Limits(1, 1), false));

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "libfoo.so, libfoo.so",
    "libfoo1.so, libfoo...",
    "a message that is long, a mess...",
    "fünffünf, fünff...",
    "12345ü789, 12345...",
    "123456ü89, 123456...",
    "日本語, 日本語",
    "日本語1, 日本...",
    "1日本語, 1日...",
    "1234😀789, 1234..."
  })
  void whatDoesNotFitIsCutBetweenTwoCharacters(String text, String written) {
    assertWritten(written, text);
  }

  @Test
  void bytesThatAreNoCharactersAreCutSomewhere() {
    byte[] text = new byte[20];
    Arrays.fill(text, (byte) 0x80);
    assertWritten("...", HostNames.text(text));
  }

  private void assertWritten(String expected, String text) {
    memory.fill(0L, (byte) 'x', 1000L);
    long end = GuestStrings.write(memory, ADDRESS, SIZE, text);
    assertEquals(Optional.of(expected), GuestStrings.read(memory, ADDRESS, 100));
    assertEquals(expected.getBytes(StandardCharsets.UTF_8).length + 1, end - ADDRESS);
    assertEquals('x', memory.readByte(end));
  }
}

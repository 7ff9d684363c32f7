package org.dylink.launcher.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineLogTest {
  private final List<String> lines = new ArrayList<>();
  private final LineLog log = new LineLog(new RecordedLog(lines), Level.WARNING);

  @Test
  void logsALineAsSoonAsItEnds() {
    print("first\nsec");
    assertEquals(List.of("WARNING first"), lines);
    print("ond\r\n\n");
    assertEquals(List.of("WARNING first", "WARNING second", "WARNING "), lines);
  }

  @Test
  void bracesAreNoPlaceholders() {
    print("{0} it's\n");
    assertEquals(List.of("WARNING {0} it's"), lines);
  }

  @Test
  void logsTheRestWhenTheProgramEnds() throws IOException {
    print("no end");
    log.flush();
    assertEquals(List.of(), lines);
    log.close();
    log.close();
    assertEquals(List.of("WARNING no end"), lines);
  }

  @Test
  void aLineWithoutEndIsLoggedInPieces() {
    print("x".repeat(LineLog.MOST_BYTES) + "y\n");
    assertEquals(List.of("WARNING " + "x".repeat(LineLog.MOST_BYTES), "WARNING y"), lines);
  }

  @Test
  void noCharacterIsCut() {
    String text = "x".repeat(LineLog.MOST_BYTES - 1) + "€";
    print(text + "y\n");
    assertEquals(List.of("WARNING " + text, "WARNING y"), lines);
  }

  @Test
  void whatIsNoTextIsCutToo() {
    byte[] bytes = new byte[3 * LineLog.MOST_BYTES];
    Arrays.fill(bytes, (byte) 0x80);
    log.write(bytes, 0, bytes.length);
    assertEquals(2, lines.size());
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    log.write(bytes, 0, bytes.length);
  }
}

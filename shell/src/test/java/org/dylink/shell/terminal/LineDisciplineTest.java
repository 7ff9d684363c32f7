package org.dylink.shell.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Test;

/** What Linux' terminal does with stty's settings (icanon, echo, echoe, echoctl, iutf8). */
class LineDisciplineTest {
  private static final String BACK = "\b \b";

  private final LineDiscipline line = new LineDiscipline(WCWidth::wcwidth);

  private String type(String keys) {
    for (byte key : keys.getBytes(StandardCharsets.UTF_8)) {
      line.type(key & 0xff);
    }
    return new String(line.takeEcho(), StandardCharsets.UTF_8);
  }

  private String take(int most) {
    byte[] bytes = new byte[most];
    int count = line.take(bytes, 0, most);
    return count < 0 ? "end" : new String(bytes, 0, count, StandardCharsets.UTF_8);
  }

  @Test
  void aLineIsThereWhenItIsEnded() {
    assertEquals("hello", type("hello"));
    assertFalse(line.isReady());
    assertEquals(0, line.available());
    assertEquals("\n", type("\r"));
    assertEquals(6, line.available());
    assertEquals("he", take(2));
    assertEquals("llo\n", take(100));
    assertFalse(line.isReady());
  }

  @Test
  void backspaceErasesACharacterWithAllItsColumns() {
    assertEquals("ab" + BACK + "c\n", type("ab\u007fc\n"));
    assertEquals("ac\n", take(100));
    assertEquals("é日" + BACK + BACK + BACK + "\n", type("é日\b\b\r"));
    assertEquals("\n", take(100));
    assertEquals("^[" + BACK + BACK + "x\n", type("\u001b\u007fx\r"));
    assertEquals("x\n", take(100));
    assertEquals("", type("\u007f\u0015\u0017"));
  }

  @Test
  void ctrlWErasesAWordAndCtrlUTheLine() {
    assertEquals("two words  " + BACK.repeat(7) + "x\n", type("two words  \u0017x\r"));
    assertEquals("two x\n", take(100));
    assertEquals("gone" + BACK.repeat(4) + "\n", type("gone\u0015\r"));
    assertEquals("\n", take(100));
  }

  @Test
  void ctrlRShowsTheLineAgain() {
    assertEquals("ab^A^R\nab^A", type("ab\u0001\u0012"));
  }

  @Test
  void ctrlDEndsTheInputOnce() {
    type("\u0004");
    assertTrue(line.isReady());
    assertEquals("end", take(100));
    assertFalse(line.isReady());
    type("more\r");
    assertEquals("more\n", take(100));
  }

  @Test
  void ctrlDInALineSendsWhatThereIs() {
    assertEquals("part", type("part\u0004"));
    assertEquals("part", take(100));
    type("\u0004");
    assertEquals("end", take(100));
  }

  @Test
  void aLineMayBeLong() {
    String text = "0123456789".repeat(1000);
    type(text + "\r");
    assertEquals(text + "\n", take(20_000));
  }
}

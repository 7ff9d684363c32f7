package org.dylink.shell.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScreenWatchTest {
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final List<Boolean> told = new ArrayList<>();
  private final ScreenWatch screen = new ScreenWatch(printed, told::add);

  private List<Boolean> print(String text) throws IOException {
    screen.write(text.getBytes(StandardCharsets.UTF_8));
    List<Boolean> since = List.copyOf(told);
    told.clear();
    return since;
  }

  @Test
  void allThreeSequencesAreKnown() throws IOException {
    assertEquals(List.of(true, false), print("\u001b[?1049hx\u001b[?1049l"));
    assertEquals(List.of(true, false), print("\u001b[?47hx\u001b[?47l"));
    assertEquals(List.of(true, false), print("\u001b[?1047hx\u001b[?1047l"));
  }

  @Test
  void aSequenceMayBePrintedInPieces() throws IOException {
    assertEquals(List.of(), print("\u001b[?10"));
    screen.write('4');
    assertEquals(List.of(true), print("9h"));
  }

  @Test
  void othersAreNotMeant() throws IOException {
    assertEquals(
        List.of(),
        print(
            "\u001b[?25h\u001b[?h\u001b[1049h[?1049h\u001b[?10490000049h\u001b[?7,4h\u001b[?x47h"));
    assertEquals(List.of(true), print("\u001b[\u001b[?47h"));
  }

  @Test
  void allIsPrintedAsItIs() throws IOException {
    print("a\u001b[?47hb");
    screen.close();
    screen.write('c');
    assertEquals("a\u001b[?47hbc", printed.toString(StandardCharsets.UTF_8));
  }
}

package org.dylink.shell.terminal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/**
 * Notices in what a program prints when it goes to the alternate screen and back, which is how
 * programs that fill the screen begin and end (xterm control sequences, DECSET 47, 1047 and 1049).
 * WASI has no other way to ask for single keys.
 */
final class ScreenWatch extends FilterOutputStream {
  private static final String BEGIN = "\u001b[?";
  private static final String NUMBERS = "47,1047,1049";
  private static final int LONGEST = BEGIN.length() + 5;

  private final Consumer<Boolean> alternate;
  private final StringBuilder sequence = new StringBuilder(LONGEST); // guarded by this

  /**
   * @param alternate is told, before the sequence is printed, whether the alternate screen is on
   */
  ScreenWatch(OutputStream out, Consumer<Boolean> alternate) {
    super(out);
    this.alternate = alternate;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    look(b);
    out.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      look(bytes[i]);
    }
    out.write(bytes, offset, length);
  }

  /** Flushes; the terminal is the session's, and stays open. */
  @Override
  public void close() throws IOException {
    flush();
  }

  private void look(int b) {
    if (b == BEGIN.charAt(0)) {
      sequence.setLength(0);
    } else if (sequence.length() == 0) {
      return;
    }
    sequence.append((char) b);
    if (sequence.length() <= BEGIN.length()) {
      forgetUnless(BEGIN.startsWith(sequence.toString()));
    } else if (b == 'h' || b == 'l') {
      end(b == 'h');
    } else {
      forgetUnless(b >= '0' && b <= '9' && sequence.length() < LONGEST);
    }
  }

  private void end(boolean on) {
    String number = sequence.substring(BEGIN.length(), sequence.length() - 1);
    sequence.setLength(0);
    if (("," + NUMBERS + ",").contains("," + number + ",") && !number.isEmpty()) {
      alternate.accept(on);
    }
  }

  private void forgetUnless(boolean promising) {
    if (!promising) {
      sequence.setLength(0);
    }
  }
}

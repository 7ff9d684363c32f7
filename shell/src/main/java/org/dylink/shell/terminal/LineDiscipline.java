package org.dylink.shell.terminal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * What the kernel's terminal does in canonical mode (POSIX, General Terminal Interface, 11.1.6): a
 * line can be corrected until it is ended, and only then is it there to be read. The kernel's own
 * cannot be used: JLine waits for keys without blocking, which in that mode hides the end of the
 * input, and a read that blocks would take a key after the program has been stopped. Used by one
 * thread.
 */
final class LineDiscipline {
  private static final int END_OF_FILE = 'D' & 0x1f;
  private static final int BACKSPACE = 'H' & 0x1f;
  private static final int REPRINT = 'R' & 0x1f;
  private static final int ERASE_LINE = 'U' & 0x1f;
  private static final int ERASE_WORD = 'W' & 0x1f;
  private static final int DELETE = 0x7f;

  private final IntUnaryOperator columns;
  private final ByteArrayOutputStream echo = new ByteArrayOutputStream();
  private byte[] line = new byte[64];
  private int length;
  private byte[] complete = new byte[0];
  private int taken;
  private boolean ended;

  /**
   * @param columns how many columns a code point takes; less than 0 if it is a control character
   */
  LineDiscipline(IntUnaryOperator columns) {
    this.columns = columns;
  }

  /** Takes a byte that was typed; {@link #takeEcho} has then what the user is to see of it. */
  void type(int key) {
    switch (key) {
      case '\r', '\n' -> endLine();
      case END_OF_FILE -> endFile();
      case BACKSPACE, DELETE -> eraseCharacter();
      case ERASE_LINE -> eraseWhile(true);
      case ERASE_WORD -> eraseWord();
      case REPRINT -> reprint();
      default -> add(key);
    }
  }

  /** Whether {@link #take} has something to say. */
  boolean isReady() {
    return taken < complete.length || ended;
  }

  /** How many bytes can be taken. */
  int available() {
    return complete.length - taken;
  }

  /**
   * Takes bytes of a line that is ended.
   *
   * @return how many; -1 once for each end of the input
   * @throws IllegalStateException if nothing is ready
   */
  int take(byte[] bytes, int offset, int most) {
    if (!isReady()) {
      throw new IllegalStateException("BUG: no line is ended");
    }
    if (available() == 0) {
      ended = false;
      return -1;
    }
    int count = Math.min(most, available());
    System.arraycopy(complete, taken, bytes, offset, count);
    taken += count;
    return count;
  }

  /** What is to be shown since the last time. */
  byte[] takeEcho() {
    byte[] shown = echo.toByteArray();
    echo.reset();
    return shown;
  }

  private void endLine() {
    append('\n');
    echo.write('\n');
    release();
  }

  // In the middle of a line it sends what there is; a read then returns it without an end of line.
  private void endFile() {
    ended = length == 0;
    release();
  }

  private void release() {
    complete = Arrays.copyOf(line, length);
    taken = 0;
    length = 0;
  }

  private void add(int key) {
    append(key);
    if (isControl(key)) {
      echo.write('^');
      echo.write(key ^ 0x40);
    } else {
      echo.write(key);
    }
  }

  private void append(int key) {
    if (length == line.length) {
      line = Arrays.copyOf(line, 2 * length);
    }
    line[length++] = (byte) key;
  }

  private void eraseWord() {
    eraseWhileSpace();
    eraseWhile(false);
  }

  private void eraseWhileSpace() {
    while (length > 0 && line[length - 1] == ' ') {
      eraseCharacter();
    }
  }

  private void eraseWhile(boolean alsoSpace) {
    while (length > 0 && (alsoSpace || line[length - 1] != ' ')) {
      eraseCharacter();
    }
  }

  private void eraseCharacter() {
    if (length == 0) {
      return;
    }
    int end = length;
    do {
      length--;
    } while (length > 0 && isContinuation(line[length]));
    for (int i = width(end); i > 0; i--) {
      echo.writeBytes(new byte[] {'\b', ' ', '\b'});
    }
  }

  private int width(int end) {
    int character = new String(line, length, end - length, StandardCharsets.UTF_8).codePointAt(0);
    return isControl(character) ? 2 : Math.max(0, columns.applyAsInt(character));
  }

  private void reprint() {
    echo.writeBytes(new byte[] {'^', 'R', '\n'});
    for (int i = 0; i < length; i++) {
      int key = line[i] & 0xff;
      echo.writeBytes(
          isControl(key) ? new byte[] {'^', (byte) (key ^ 0x40)} : new byte[] {line[i]});
    }
  }

  private static boolean isControl(int key) {
    return key < ' ';
  }

  private static boolean isContinuation(byte key) {
    return (key & 0xc0) == 0x80;
  }
}

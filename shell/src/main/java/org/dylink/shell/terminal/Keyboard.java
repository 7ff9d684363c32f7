package org.dylink.shell.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import org.jline.utils.NonBlockingInputStream;
import org.jline.utils.WCWidth;

/**
 * What a program in the foreground reads: lines, which the user can correct, or single keys. A read
 * ends when its thread is interrupted, and has taken no key then. Used by the program's thread.
 */
final class Keyboard extends InputStream {
  // How long a key is waited for before it is looked again whether anybody still wants it.
  private static final long PAUSE_MILLIS = 100;

  private final LentTerminal terminal;
  private final OutputStream echo;
  private final LineDiscipline line = new LineDiscipline(WCWidth::wcwidth);

  /**
   * @param terminal has the keys, and knows how the program wants them
   * @param echo where it is shown what was typed
   */
  Keyboard(LentTerminal terminal, OutputStream echo) {
    this.terminal = terminal;
    this.echo = echo;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** Waits for a line, or for a key, and gives no more than that. */
  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!line.isReady()) {
      int key = nextKey();
      if (key < 0) {
        return -1;
      } else if (terminal.isRaw()) {
        bytes[offset] = (byte) key;
        return 1;
      }
      type(key);
    }
    return line.take(bytes, offset, length);
  }

  /** How many bytes can be read at once: of a line that is ended, or a key. */
  @Override
  public int available() throws IOException {
    boolean keyIsThere = !line.isReady() && terminal.hasKey();
    if (!keyIsThere || terminal.isRaw()) {
      return Math.max(line.available(), keyIsThere ? 1 : 0);
    }
    int key = terminal.key(1);
    if (key >= 0) {
      type(key);
    }
    return available();
  }

  private int nextKey() throws IOException {
    int key = terminal.key(PAUSE_MILLIS);
    while (key == NonBlockingInputStream.READ_EXPIRED) {
      pauseInBackground();
      key = terminal.key(PAUSE_MILLIS);
    }
    return key;
  }

  // After Ctrl-Z the keys are the shell's until fg, as a kernel's terminal stops who reads then.
  private void pauseInBackground() throws IOException {
    try {
      if (!terminal.isForeground()) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  private void type(int key) throws IOException {
    line.type(key);
    echo.write(line.takeEcho());
    echo.flush();
  }
}

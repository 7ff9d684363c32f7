package org.dylink.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dylink.engine.host.HostNames;

/**
 * Text of our own on one of the standard streams, in UTF-8 whatever the locale: what is not ASCII
 * comes from names, and a name is to be seen as the bytes that it has. Nobody looks after each line
 * whether it was written: the first failure is kept, and nothing is written after it.
 */
public final class TextStream extends OutputStream {
  private final OutputStream target;
  private IOException failure; // guarded by this; null as long as all was written

  /**
   * @param target stays open
   */
  public TextStream(OutputStream target) {
    this.target = target;
  }

  /** Writes text. */
  public void print(String text) {
    try {
      write(HostNames.bytes(text));
    } catch (IOException e) {
      // Is kept.
    }
  }

  /** Writes text and the end of a line. */
  public void println(String line) {
    print(line + "\n");
  }

  /** What went wrong first; empty if all was written. */
  public synchronized Optional<IOException> failure() {
    return Optional.ofNullable(failure);
  }

  /** For those that want no other kind of stream. */
  public PrintStream printStream() {
    return new NamePrintStream(this);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value});
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int size) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      target.write(bytes, offset, size);
      target.flush();
      // Java's own throws nothing, and has forgotten the reason.
      if (target instanceof PrintStream print && print.checkError()) {
        throw new IOException("it has failed");
      }
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }

  /** Java's encoder has no byte for what is no Unicode. */
  private static final class NamePrintStream extends PrintStream {
    private final TextStream text;

    NamePrintStream(TextStream text) {
      super(text, true, StandardCharsets.UTF_8);
      this.text = text;
    }

    @Override
    public void print(String words) {
      text.print(String.valueOf(words));
    }
  }
}

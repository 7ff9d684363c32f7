package org.dylink.wasi;

import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import org.dylink.engine.host.Guest;
import run.endive.wasi.WasiOptions;

/** A program's standard streams. */
final class StandardStreams {
  private StandardStreams() {}

  /**
   * Hands the streams to Endive, each with whether it is a terminal: C buffers lines there, and
   * whole blocks elsewhere.
   */
  static void give(Guest guest, WasiOptions.Builder options) {
    boolean in = guest.stdin() == System.in;
    boolean out = guest.stdout() == System.out;
    boolean err = guest.stderr() == System.err;
    boolean terminal = (in || out || err) && hasTerminal();
    options.withStdin(guest.stdin(), in && terminal);
    options.withStdout(new Flushing(guest.stdout()), out && terminal);
    options.withStderr(new Flushing(guest.stderr()), err && terminal);
  }

  // Java knows only of standard input and output together. From JDK 22 on there may be a console
  // without a terminal; Console.isTerminal is new there too, so it is asked by reflection.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean hasTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** Passes on at once what is written, so that output and error output keep their order. */
  private static final class Flushing extends OutputStream {
    private final OutputStream target;

    Flushing(OutputStream target) {
      this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
      target.write(value);
      target.flush();
    }

    @Override
    public void write(byte[] bytes, int offset, int size) throws IOException {
      target.write(bytes, offset, size);
      target.flush();
    }
  }
}

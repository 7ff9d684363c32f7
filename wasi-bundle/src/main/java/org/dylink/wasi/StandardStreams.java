package org.dylink.wasi;

import java.io.Console;
import org.dylink.engine.host.Guest;

/** A program's standard streams. */
final class StandardStreams {
  private StandardStreams() {}

  /**
   * Opens the streams, each with whether it is a terminal: C buffers lines there, and whole blocks
   * elsewhere.
   */
  static void open(Guest guest, Descriptors open) {
    boolean in = guest.stdin() == System.in;
    boolean out = guest.stdout() == System.out;
    boolean err = guest.stderr() == System.err;
    boolean terminal = (in || out || err) && hasTerminal();
    open.add(OpenStream.of(guest.stdin(), in && terminal));
    open.add(OpenStream.of(guest.stdout(), out && terminal));
    open.add(OpenStream.of(guest.stderr(), err && terminal));
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
}

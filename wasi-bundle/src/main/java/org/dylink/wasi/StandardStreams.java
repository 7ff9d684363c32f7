package org.dylink.wasi;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.engine.host.Guest;

/** A program's standard streams. */
final class StandardStreams {
  private static final int IN = 0;
  private static final int OUT = 1;
  private static final int ERR = 2;

  private StandardStreams() {}

  /**
   * Opens the streams, each with whether it is a terminal: C buffers lines there, and whole blocks
   * elsewhere.
   */
  static void open(Guest guest, Descriptors open) {
    open.add(OpenStream.of(guest.stdin(), isTerminal(numberOf(guest.stdin()))));
    open.add(OpenStream.of(guest.stdout(), isTerminal(numberOf(guest.stdout()))));
    open.add(OpenStream.of(guest.stderr(), isTerminal(numberOf(guest.stderr()))));
  }

  // Which of the process's descriptors a stream is; -1 if none.
  private static int numberOf(InputStream stream) {
    try {
      boolean isIn = stream instanceof FileInputStream file && file.getFD() == FileDescriptor.in;
      return stream == System.in || isIn ? IN : -1;
    } catch (IOException e) {
      return -1; // closed
    }
  }

  private static int numberOf(OutputStream stream) {
    try {
      FileDescriptor own = stream instanceof FileOutputStream file ? file.getFD() : null;
      if (stream == System.out || own == FileDescriptor.out) {
        return OUT;
      }
      return stream == System.err || own == FileDescriptor.err ? ERR : -1;
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean isTerminal(int number) {
    if (number < 0) {
      return false;
    }
    try {
      Path device = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(number)));
      return device.startsWith("/dev/pts")
          || device.startsWith("/dev/console")
          || device.toString().startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return hasTerminal();
    }
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

package org.dylink.linker.host;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.host.Errno;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.HostSymbol;
import org.dylink.linker.LinkException;

/** Java functions that tests call from wasm: one of each kind. */
final class Clock implements AutoCloseable {
  /** What {@link #fail} throws, by number. */
  static final Throwable[] FAILURES = {
    new IllegalStateException("state"),
    new IOException("checked"),
    new AssertionError("error"),
    LinkException.of(LinkException.Reason.FORBIDDEN, "x", "linker's own", null)
  };

  private int ticks;
  int closed;

  Clock() {}

  /** For a test that has asked for something too early. */
  Clock(OptionalInt first) {
    ticks = first.orElse(0);
  }

  @HostSymbol
  int tick() {
    return ++ticks;
  }

  @HostSymbol("sum")
  static double sum(int a, long b, float c, double d) {
    return a + b + c + d;
  }

  @HostSymbol
  void store(Guest guest, int address, int value) {
    guest.memory().writeInt(address, value);
  }

  @HostSymbol
  int load(Guest guest, int address) {
    return guest.memory().readInt(address);
  }

  /** Calls a function pointer of C. */
  @HostSymbol("call_back")
  int callBack(Guest guest, int function) throws Throwable {
    Function target = guest.function(function);
    return (int) target.handle().invokeExact();
  }

  /** Calls a symbol of the program. */
  @HostSymbol("call_symbol")
  int callSymbol(Guest guest) {
    return (int) guest.function("answer").orElseThrow().call();
  }

  @HostSymbol("address_of_answer")
  int address(Guest guest) {
    return guest.address("answer").orElse(-1);
  }

  @HostSymbol
  void fail(int which) throws Throwable {
    throw FAILURES[which];
  }

  @HostSymbol("open_file")
  @Errno(value = Errno.ENOENT, on = FileNotFoundException.class)
  @Errno(value = Errno.EIO, on = IOException.class)
  long openFile(int which) throws IOException {
    return switch (which) {
      case 0 -> 7;
      case 1 -> throw new FileNotFoundException("no such file");
      case 2 -> throw new IOException("broken");
      default -> throw new IllegalStateException("not declared");
    };
  }

  @Override
  public void close() {
    closed++;
  }
}

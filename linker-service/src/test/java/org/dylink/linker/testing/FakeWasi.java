package org.dylink.linker.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dylink.engine.Memory;
import org.dylink.engine.host.Guest;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.Library;

/** As much of {@code wasi_snapshot_preview1} as it takes to print and to end. */
public final class FakeWasi {
  /** The import module's name. */
  public static final String MODULE = "wasi_snapshot_preview1";

  private static final int SUCCESS = 0;
  private static final int BADF = 8;
  private static final int NOSYS = 52;
  private static final int CHARACTER_DEVICE = 2;

  private FakeWasi() {}

  /** Printing and ending only. */
  public static FakeHost create() {
    return new FakeHost(MODULE)
        .with("fd_write", "(i32, i32, i32, i32) -> i32", FakeWasi::write)
        .with("proc_exit", "(i32) -> ()", FakeWasi::exit);
  }

  /**
   * Enough for wasi-libc: arguments, no environment, no folders; all else is not supported.
   *
   * @param libc whose imports tell the functions and their types
   */
  public static FakeHost serving(Library... libc) {
    FakeHost host =
        create()
            .with("args_sizes_get", "(i32, i32) -> i32", FakeWasi::argumentSizes)
            .with("environ_sizes_get", "(i32, i32) -> i32", FakeWasi::none)
            .with("args_get", "(i32, i32) -> i32", FakeWasi::arguments)
            .with("environ_get", "(i32, i32) -> i32", (guest, arguments) -> SUCCESS)
            .with("fd_fdstat_get", "(i32, i32) -> i32", FakeWasi::describe)
            .with("fd_prestat_get", "(i32, i32) -> i32", (guest, arguments) -> BADF);
    for (Library library : libc) {
      library.module().imports().stream()
          .filter(i -> i.module().equals(MODULE) && !host.has(i.name()))
          .forEach(i -> refuse(host, i));
    }
    return host;
  }

  private static void refuse(FakeHost host, Import entry) {
    host.with(entry.name(), (FunctionType) entry.type(), (guest, arguments) -> NOSYS);
  }

  private static Object write(Guest guest, Object... arguments) {
    Memory memory = guest.memory();
    OutputStream stream = (int) arguments[0] == 2 ? guest.stderr() : guest.stdout();
    int vectors = (int) arguments[1];
    int total = 0;
    for (int i = 0; i < (int) arguments[2]; i++) {
      byte[] bytes = new byte[memory.readInt(vectors + 8 * i + 4)];
      memory.read(memory.readInt(vectors + 8 * i), bytes, 0, bytes.length);
      print(stream, bytes);
      total += bytes.length;
    }
    memory.writeInt((int) arguments[3], total);
    return SUCCESS;
  }

  private static void print(OutputStream stream, byte[] bytes) {
    try {
      stream.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object exit(Guest guest, Object... arguments) {
    throw new ProgramExit((int) arguments[0]);
  }

  private static Object argumentSizes(Guest guest, Object... arguments) {
    guest.memory().writeInt((int) arguments[0], guest.arguments().size());
    guest.memory().writeInt((int) arguments[1], bytes(guest.arguments()).length);
    return SUCCESS;
  }

  private static Object arguments(Guest guest, Object... arguments) {
    int text = (int) arguments[1];
    byte[] all = bytes(guest.arguments());
    guest.memory().write(text, all, 0, all.length);
    for (int i = 0; i < guest.arguments().size(); i++) {
      guest.memory().writeInt((int) arguments[0] + 4 * i, text);
      text += bytes(guest.arguments().subList(i, i + 1)).length;
    }
    return SUCCESS;
  }

  /** Each string with a zero behind it. */
  private static byte[] bytes(List<String> strings) {
    return (String.join("\0", strings) + "\0").getBytes(StandardCharsets.UTF_8);
  }

  private static Object none(Guest guest, Object... arguments) {
    guest.memory().writeInt((int) arguments[0], 0);
    guest.memory().writeInt((int) arguments[1], 0);
    return SUCCESS;
  }

  private static Object describe(Guest guest, Object... arguments) {
    guest.memory().fill((int) arguments[1], (byte) 0, 24);
    guest.memory().writeByte((int) arguments[1], (byte) CHARACTER_DEVICE);
    return SUCCESS;
  }
}

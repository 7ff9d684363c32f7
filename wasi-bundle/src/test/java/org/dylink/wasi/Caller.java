package org.dylink.wasi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.dylink.engine.host.HostInstance;

/**
 * Calls WASI as a program does: through the function's handle, strings and buffers in its memory.
 * Results that functions write go to {@link #RESULT}.
 */
final class Caller implements AutoCloseable {
  static final int RESULT = 0x100;
  static final int BUFFER = 0x1_0000;
  static final int BUFFER_SIZE = 0x1_0000;

  /** What wasi-libc asks for, whatever a file is opened for. */
  static final long ANY =
      Rights.ALL & ~(Rights.CHANGE | Rights.FD_READ | Rights.FD_READDIR | Rights.FD_DATASYNC);

  static final long READ = ANY | Rights.FD_READ | Rights.FD_READDIR;
  static final long WRITE = ANY | Rights.CHANGE | Rights.FD_DATASYNC;
  static final int FOLLOW = 1;
  static final int NOFOLLOW = 0;
  static final int CREATE = 1;
  static final int DIRECTORY = 2;
  static final int EXCLUSIVE = 4;
  static final int TRUNCATE = 8;

  /** The first granted folder. */
  static final int FOLDER = 3;

  private static final int VECTORS = 0x200;
  private static final int STRINGS = 0x1000;

  final FakeGuest guest;
  private final HostInstance wasi;
  private int nextString = STRINGS;

  Caller(FakeGuest guest) {
    this.guest = guest;
    this.wasi = new WasiLibrary().open(guest);
  }

  HostInstance instance() {
    return wasi;
  }

  /**
   * Calls a function.
   *
   * @param arguments numbers; a String becomes two, its address and its size
   * @return the errno
   */
  int call(String name, Object... arguments) {
    nextString = STRINGS;
    Object[] flat =
        java.util.Arrays.stream(arguments)
            .flatMap(
                a ->
                    a instanceof String text
                        ? java.util.stream.Stream.of(put(text), size(text))
                        : java.util.stream.Stream.of(a))
            .toArray();
    try {
      return (int) wasi.function(name).orElseThrow().handled().invokeWithArguments(flat);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  int result() {
    return guest.memory.readInt(RESULT);
  }

  long longResult() {
    return guest.memory.readLong(RESULT);
  }

  int open(int folder, int lookup, String path, int flags, long rights) {
    return call("path_open", folder, lookup, path, flags, rights, Rights.ALL, 0, RESULT);
  }

  /** Opens a file that must be there. */
  int opened(String path, int flags, long rights) {
    int errno = open(FOLDER, FOLLOW, path, flags, rights);
    if (errno != WasiErrno.SUCCESS) {
      throw new AssertionError(path + ": errno " + errno);
    }
    return result();
  }

  int write(int descriptor, String text) {
    vector(put(text), size(text));
    return call("fd_write", descriptor, VECTORS, 1, RESULT);
  }

  int read(int descriptor, int size) {
    vector(BUFFER, size);
    return call("fd_read", descriptor, VECTORS, 1, RESULT);
  }

  /** What the last read brought. */
  String text() {
    return guest.memory.text(BUFFER, result());
  }

  /** Writes io vectors, each address and size, and returns where. */
  int vector(int... pairs) {
    for (int i = 0; i < pairs.length; i++) {
      guest.memory.writeInt(VECTORS + i * Integer.BYTES, pairs[i]);
    }
    return VECTORS;
  }

  /** Puts a string into the program's memory and returns where; good for one call. */
  int put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int address = nextString;
    guest.memory.write(address, bytes, 0, bytes.length);
    nextString += bytes.length;
    return address;
  }

  static int size(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** See {@link HostInstance#keeps}. */
  Optional<String> keeps() {
    return wasi.keeps();
  }

  /** See {@link HostInstance#random}. */
  Optional<byte[]> random() {
    return wasi.random();
  }

  @Override
  public void close() {
    wasi.close();
  }
}

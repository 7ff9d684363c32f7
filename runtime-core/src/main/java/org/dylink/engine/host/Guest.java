package org.dylink.engine.host;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;

/** A program as a host library sees it: its memory, and what it was granted. */
public interface Guest {
  /**
   * The program's memory.
   *
   * @throws IllegalStateException if called before the program is linked
   */
  Memory memory();

  /**
   * The function that a function pointer of C means, to be called in the thread in which the guest
   * has called the host.
   *
   * @param address a slot of the program's table
   * @throws org.dylink.engine.TrapException as {@code call_indirect} does, if there is none
   * @throws IllegalStateException if called before the program is linked
   */
  default Function function(int address) {
    throw new IllegalStateException("this guest has no function table");
  }

  /** The function that a symbol means to the program, as its main library would be bound to it. */
  default Optional<Function> function(String symbol) {
    return Optional.empty();
  }

  /**
   * The address of a symbol, as {@code dlsym(RTLD_DEFAULT, ...)} gives it: of data in memory, of a
   * function in the table.
   *
   * @throws IllegalStateException if called before the program is linked
   */
  default OptionalInt address(String symbol) {
    return OptionalInt.empty();
  }

  /**
   * The number of the guest's thread that calls: 0 for the first, of those that the guest has begun
   * what {@code wasi.thread-spawn} gave it. To be asked in the Java thread in which the guest has
   * called the host, which is always the same for a thread that the guest has begun.
   */
  default int thread() {
    return 0;
  }

  /** The arguments, the program's own name first. */
  List<String> arguments();

  /** The environment variables that the program may see, in order. */
  Map<String, String> environment();

  /** The folders that the program may use: name in the guest to folder of the host, in order. */
  Map<String, Path> folders();

  /** Standard input; the program does not close it. */
  InputStream stdin();

  /** Standard output; the program does not close it. */
  OutputStream stdout();

  /** Standard error; the program does not close it. */
  OutputStream stderr();
}

package org.dylink.linker.link.dl;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.dylink.format.AddressType;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A function of C's that registers exit functions.
 *
 * @param end when they run
 * @param pointers how many it takes; the first is the function
 */
record ExitRegistrar(ExitKind end, int pointers) {
  private static final int PLAIN = 1;
  private static final int WITH_LIBRARY = 3;

  static final String AT_EXIT = "__cxa_atexit";
  static final String AT_QUICK_EXIT = "at_quick_exit";
  static final String AT_THREAD_EXIT = "__cxa_thread_atexit";

  /** By their names; the runtimes of C++ have the last two. */
  static final Map<String, ExitRegistrar> ALL =
      Map.of(
          "atexit",
          new ExitRegistrar(ExitKind.PROGRAM, PLAIN),
          AT_QUICK_EXIT,
          new ExitRegistrar(ExitKind.QUICK, PLAIN),
          AT_EXIT,
          new ExitRegistrar(ExitKind.PROGRAM, WITH_LIBRARY),
          AT_THREAD_EXIT,
          new ExitRegistrar(ExitKind.THREAD, WITH_LIBRARY),
          "__cxa_thread_atexit_impl",
          new ExitRegistrar(ExitKind.THREAD, WITH_LIBRARY));

  /** Whether a function of its name is one, in a program with addresses of a size. */
  boolean isOf(FunctionType type, AddressType addresses) {
    return type.params().equals(Collections.nCopies(pointers, addresses.valueType()))
        && type.results().equals(List.of(ValueType.I32));
  }
}

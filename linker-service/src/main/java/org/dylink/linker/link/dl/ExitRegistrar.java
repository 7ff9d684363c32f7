package org.dylink.linker.link.dl;

import java.util.List;
import java.util.Map;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;

/**
 * A function of C's that registers exit functions.
 *
 * @param end when they run
 * @param type of the registrar
 */
record ExitRegistrar(ExitKind end, FunctionType type) {
  private static final FunctionType PLAIN =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType WITH_LIBRARY =
      new FunctionType(
          List.of(ValueType.I32, ValueType.I32, ValueType.I32), List.of(ValueType.I32));

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
}

package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.dl.ExitList.Entry;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.EnteredFunction;

/**
 * Keeps the exit functions of libraries that may be unloaded before the program ends, and runs
 * them: when libc comes to them at the end, or when their library goes. Threads may share it.
 */
final class ExitFunctions {
  private static final FunctionType CALL = new FunctionType(List.of(), List.of());
  private static final FunctionType CALL_WITH = new FunctionType(List.of(ValueType.I32), List.of());

  private final ProgramImage image;
  private final ExitList atExit = new ExitList();
  private final ExitList atQuickExit = new ExitList();
  private Function runAtExit; // guarded by atExit; null until libc is given it
  private Function runAtQuickExit; // guarded by atQuickExit; null until libc is given it

  ExitFunctions(ProgramImage image) {
    this.image = image;
  }

  /**
   * Registers an exit function, here or with libc.
   *
   * @param libraries that it needs and that may go; if there are none, libc can keep it
   * @param libc the function that C has called for it
   * @param arguments what it was called with
   * @return what C gets: 0 if it is registered
   */
  Object register(boolean isQuick, Set<Place> libraries, Function libc, Object... arguments) {
    ExitList list = isQuick ? atQuickExit : atExit;
    // One at a time, and libc with it: what is registered later runs earlier, whoever keeps it.
    synchronized (list) {
      if (libraries.isEmpty()) {
        list.endTurn();
        return libc.call(arguments);
      }
      if (list.needsTurn()) {
        int result = tellLibc(list);
        if (result != 0) {
          return result;
        }
        list.beginTurn();
      }
      List<Object> passed = arguments.length == 1 ? List.of() : List.of(arguments[1]);
      list.add(libraries, (int) arguments[0], passed);
      return 0;
    }
  }

  /** Runs a library's exit functions, the last registered first; one may register another. */
  void run(Place library) {
    for (Optional<Entry> next = atExit.takeLast(library);
        next.isPresent();
        next = atExit.takeLast(library)) {
      call(next.get());
    }
  }

  void forget(Place library) {
    atExit.forget(library);
    atQuickExit.forget(library);
  }

  @SuppressWarnings("unused") // called through a handle
  private void runAtExit(int number) {
    // What is registered from here on needs a new turn: libc has this one no longer.
    atExit.endTurn();
    run(atExit, number);
  }

  @SuppressWarnings("unused") // called through a handle
  private void runAtQuickExit() {
    atQuickExit.endTurn();
    run(atQuickExit, atQuickExit.takeTurn());
  }

  private void run(ExitList list, int number) {
    for (Optional<Entry> next = list.takeLast(number);
        next.isPresent();
        next = list.takeLast(number)) {
      call(next.get());
    }
  }

  private void call(Entry exit) {
    Function function = image.space().table().get(exit.address());
    FunctionType type = exit.arguments().isEmpty() ? CALL : CALL_WITH;
    String what = exit.libraries().iterator().next() + ": exit function at slot " + exit.address();
    if (function == null) {
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, what + " is null");
    } else if (!function.type().equals(type)) {
      throw new TrapException(
          TrapKind.INDIRECT_CALL_TYPE_MISMATCH,
          what + ": expected " + type + ", found " + function.type());
    }
    new EnteredFunction(function, image.threads().stack()).call(exit.arguments().toArray());
  }

  /** Gives libc the function that runs a turn; not 0 if it takes no more. */
  private int tellLibc(ExitList list) {
    try {
      if (list == atQuickExit) {
        runAtQuickExit =
            runAtQuickExit == null
                ? host("run quick exit functions", CALL, RUN_AT_QUICK_EXIT.bindTo(this))
                : runAtQuickExit;
        return tell(ExitRegistrars.AT_QUICK_EXIT, image.space().addressOf(runAtQuickExit, null));
      }
      runAtExit =
          runAtExit == null
              ? host("run exit functions", CALL_WITH, RUN_AT_EXIT.bindTo(this))
              : runAtExit;
      int slot = image.space().addressOf(runAtExit, null);
      return tell(ExitRegistrars.AT_EXIT, slot, atExit.nextTurn(), 0);
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private int tell(String registrar, Object... arguments) {
    return image.symbols().function(registrar).map(libc -> (int) libc.call(arguments)).orElse(0);
  }

  /** A function of ours for C. */
  Function host(String name, FunctionType type, MethodHandle code) {
    MethodType own = Function.methodType(type);
    MethodHandle handle =
        code.type().equals(own)
            ? code
            : code.asCollector(Object[].class, own.parameterCount()).asType(own);
    return image.exceptions().newFunction(name, type, handle);
  }

  private static final MethodHandle RUN_AT_EXIT =
      find("runAtExit", MethodType.methodType(void.class, int.class));
  private static final MethodHandle RUN_AT_QUICK_EXIT =
      find("runAtQuickExit", MethodType.methodType(void.class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(ExitFunctions.class, method, type);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ExitFunctions." + method + " is gone", e);
    }
  }
}

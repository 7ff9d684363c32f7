package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.bind.CallerHook;
import org.dylink.linker.link.dl.ExitList.Entry;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.EnteredFunction;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Definition;

/**
 * Keeps the exit functions of libraries that may be unloaded before the program ends.
 *
 * <p>wasi-libc's {@code __cxa_atexit} ignores which library registers a function, and would call it
 * at the end, when the library may be gone; so does {@code at_quick_exit}. What C registers with
 * comes here first, however it is called: our functions stand in for libc's wherever these are
 * bound, and where their addresses are asked for.
 */
final class ExitFunctions implements CallerHook {
  private static final FunctionType CALL = new FunctionType(List.of(), List.of());
  private static final FunctionType CALL_WITH = new FunctionType(List.of(ValueType.I32), List.of());
  private static final FunctionType PLAIN =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType WITH_LIBRARY =
      new FunctionType(
          List.of(ValueType.I32, ValueType.I32, ValueType.I32), List.of(ValueType.I32));

  // The last argument of some is an address in the library for which the function is registered:
  // wasm-ld puts __dso_handle where the library's data begins.
  private static final int LIBRARY = 2;

  private static final String AT_EXIT = "__cxa_atexit";
  private static final String AT_QUICK_EXIT = "at_quick_exit";

  // What C registers exit functions with; the runtimes of C++ have the last two.
  private static final Map<String, FunctionType> REGISTRARS =
      Map.of(
          "atexit",
          PLAIN,
          AT_QUICK_EXIT,
          PLAIN,
          AT_EXIT,
          WITH_LIBRARY,
          "__cxa_thread_atexit",
          WITH_LIBRARY,
          "__cxa_thread_atexit_impl",
          WITH_LIBRARY);

  private final ProgramImage image;
  private final ExitList atExit = new ExitList();
  private final ExitList atQuickExit = new ExitList();
  private Function runAtExit;
  private Function runAtQuickExit;

  ExitFunctions(ProgramImage image) {
    this.image = image;
  }

  /** Puts our functions in front of those that a library defines. */
  @Override
  public void bound(Place definer) {
    Exports exports = image.thread().exports(definer);
    REGISTRARS.forEach(
        (symbol, type) ->
            exports
                .function(symbol)
                .filter(function -> function.type().equals(type))
                .ifPresent(libc -> exports.standIn(symbol, standIn(symbol, libc))));
  }

  private Function standIn(String symbol, Function libc) {
    ExitList list = symbol.equals(AT_QUICK_EXIT) ? atQuickExit : atExit;
    MethodHandle code = MethodHandles.insertArguments(REGISTER, 0, this, list, libc);
    return host(symbol, libc.type(), code);
  }

  /** Of libraries that may go it must be known who calls, which atexit does not pass. */
  @Override
  public Optional<Function> forCaller(Place library, Definition called, FunctionType type) {
    String symbol = called.export().name();
    return library.use().isLater() && type.equals(REGISTRARS.get(symbol))
        ? Optional.of(
            host(symbol, type, MethodHandles.insertArguments(CALL_FROM, 0, this, library, called)))
        : Optional.empty();
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
  private Object callFrom(Place library, Definition called, Object... arguments) {
    image.thread().setExitCaller(library);
    try {
      return called.function(image.thread()).call(arguments);
    } finally {
      image.thread().setExitCaller(null);
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private Object register(ExitList list, Function libc, Object... arguments) {
    Set<Place> libraries = librariesOf(arguments);
    image.thread().setExitCaller(null);
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

  /**
   * The libraries that an exit function needs and that may go: the one that it is registered for,
   * and the one that has it.
   */
  private Set<Place> librariesOf(Object[] arguments) {
    int handle = arguments.length > LIBRARY ? (int) arguments[LIBRARY] : 0;
    int slot = (int) arguments[0];
    Place caller = image.thread().exitCaller().orElse(null);
    return image.places().stream()
        .filter(place -> place.use().isLater())
        .filter(place -> isAt(place, handle) || place.hasSlot(slot) || place == caller)
        .collect(Collectors.toSet());
  }

  private static boolean isAt(Place place, int handle) {
    long address = Integer.toUnsignedLong(handle);
    return handle != 0 && address >= place.data().address() && address < place.data().end();
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
    new EnteredFunction(function, image.thread().stack()).call(exit.arguments().toArray());
  }

  /** Gives libc the function that runs a turn; not 0 if it takes no more. */
  private int tellLibc(ExitList list) {
    try {
      if (list == atQuickExit) {
        runAtQuickExit =
            runAtQuickExit == null
                ? host("run quick exit functions", CALL, RUN_AT_QUICK_EXIT.bindTo(this))
                : runAtQuickExit;
        return tell(AT_QUICK_EXIT, image.space().addressOf(runAtQuickExit, null));
      }
      runAtExit =
          runAtExit == null
              ? host("run exit functions", CALL_WITH, RUN_AT_EXIT.bindTo(this))
              : runAtExit;
      return tell(AT_EXIT, image.space().addressOf(runAtExit, null), atExit.nextTurn(), 0);
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private int tell(String registrar, Object... arguments) {
    return image.symbols().function(registrar).map(libc -> (int) libc.call(arguments)).orElse(0);
  }

  private Function host(String name, FunctionType type, MethodHandle code) {
    MethodType own = Function.methodType(type);
    MethodHandle handle =
        code.type().equals(own)
            ? code
            : code.asCollector(Object[].class, own.parameterCount()).asType(own);
    return image.exceptions().newFunction(name, type, handle);
  }

  private static final MethodHandle CALL_FROM =
      find(
          "callFrom",
          MethodType.methodType(Object.class, Place.class, Definition.class, Object[].class));
  private static final MethodHandle REGISTER =
      find(
          "register",
          MethodType.methodType(Object.class, ExitList.class, Function.class, Object[].class));
  private static final MethodHandle RUN_AT_EXIT =
      find("runAtExit", MethodType.methodType(void.class, int.class));
  private static final MethodHandle RUN_AT_QUICK_EXIT =
      find("runAtQuickExit", MethodType.methodType(void.class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(ExitFunctions.class, method, type).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ExitFunctions." + method + " is gone", e);
    }
  }
}

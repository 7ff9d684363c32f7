package org.dylink.linker.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;

/**
 * Keeps the exit functions of libraries that may be unloaded before the program ends.
 *
 * <p>wasi-libc's {@code __cxa_atexit} ignores which library registers a function, and would call it
 * at the end, when the library may be gone. So these libraries register here. libc is given one
 * function of ours for a whole run of registrations, until another library registers one with libc:
 * so all exit functions of a program run in reverse order, and libc's list does not grow with each
 * library that comes and goes.
 */
final class ExitFunctions {
  private static final FunctionType CALL = new FunctionType(List.of(), List.of());
  private static final FunctionType CALL_WITH = new FunctionType(List.of(ValueType.I32), List.of());

  // What C registers exit functions with, and what these are called as.
  private static final Map<String, FunctionType> REGISTRARS =
      Map.of(
          "atexit",
          new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32)),
          "__cxa_atexit",
          new FunctionType(
              List.of(ValueType.I32, ValueType.I32, ValueType.I32), List.of(ValueType.I32)));

  /** A function at an address, and libc's function that calls it unless its library goes before. */
  private record ExitFunction(
      LoadedModule library, int address, List<Object> arguments, int turn) {}

  private final ProgramImage image;
  private final Deque<ExitFunction> registered = new ArrayDeque<>(); // the last one first
  private Function runTurn;
  private int turn; // the last function that libc was given
  private boolean isTurnOver = true; // it would not be the next one that libc calls

  ExitFunctions(ProgramImage image) {
    this.image = image;
  }

  /** What a library's import is bound to: registrations of a library opened later come here. */
  Function hook(LoadedModule importer, String symbol, FunctionType type, Supplier<Function> bound) {
    if (!type.equals(REGISTRARS.get(symbol))) {
      return bound.get();
    } else if (importer.use().isLater()) {
      return host(symbol, type, MethodHandles.insertArguments(REGISTER, 0, this, importer));
    }
    MethodHandle others = MethodHandles.insertArguments(REGISTER_OTHER, 0, this, bound.get());
    return host(symbol, type, others);
  }

  /** Runs a library's exit functions, the last registered first; one may register another. */
  void run(LoadedModule library) {
    for (Optional<ExitFunction> next = next(library); next.isPresent(); next = next(library)) {
      registered.remove(next.get());
      call(next.get());
    }
  }

  void forget(LoadedModule library) {
    registered.removeIf(function -> function.library() == library);
  }

  private Optional<ExitFunction> next(LoadedModule library) {
    return registered.stream().filter(function -> function.library() == library).findFirst();
  }

  @SuppressWarnings("unused") // called through a handle
  private Object register(LoadedModule library, Object... arguments) {
    if (isTurnOver) {
      isTurnOver = false;
      turn++;
      tellLibc();
    }
    // What follows are the argument and the library; atexit has neither.
    List<Object> passed = arguments.length == 1 ? List.of() : List.of(arguments[1]);
    registered.push(new ExitFunction(library, (int) arguments[0], passed, turn));
    return 0;
  }

  @SuppressWarnings("unused") // called through a handle
  private Object registerOther(Function libc, Object... arguments) {
    isTurnOver = true;
    return libc.call(arguments);
  }

  @SuppressWarnings("unused") // called through a handle
  private void runTurn(int number) {
    // What is registered from here on needs a new turn: libc has this one no longer.
    isTurnOver = true;
    while (!registered.isEmpty() && registered.peek().turn() >= number) {
      call(registered.pop());
    }
  }

  private void call(ExitFunction exit) {
    Function function = image.space().table().get(exit.address());
    FunctionType type = exit.arguments().isEmpty() ? CALL : CALL_WITH;
    String what = exit.library() + ": exit function at slot " + exit.address();
    if (function == null) {
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, what + " is null");
    } else if (!function.type().equals(type)) {
      throw new TrapException(
          TrapKind.INDIRECT_CALL_TYPE_MISMATCH,
          what + ": expected " + type + ", found " + function.type());
    }
    new EnteredFunction(function, image.stack()).call(exit.arguments().toArray());
  }

  private void tellLibc() {
    try {
      if (runTurn == null) {
        runTurn = host("run exit functions", CALL_WITH, RUN_TURN.bindTo(this));
      }
      int address = image.space().addressOf(runTurn, null);
      image.function("__cxa_atexit").ifPresent(libc -> libc.call(address, turn, 0));
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Function host(String name, FunctionType type, MethodHandle code) {
    MethodType own = Function.methodType(type);
    MethodHandle handle =
        code.type().equals(own)
            ? code
            : code.asCollector(Object[].class, own.parameterCount()).asType(own);
    return image.engine().newFunction(name, type, handle);
  }

  private static final MethodHandle REGISTER =
      find("register", MethodType.methodType(Object.class, LoadedModule.class, Object[].class));
  private static final MethodHandle REGISTER_OTHER =
      find("registerOther", MethodType.methodType(Object.class, Function.class, Object[].class));
  private static final MethodHandle RUN_TURN =
      find("runTurn", MethodType.methodType(void.class, int.class));

  private static MethodHandle find(String method, MethodType type) {
    try {
      return MethodHandles.lookup().findVirtual(ExitFunctions.class, method, type).asFixedArity();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: ExitFunctions." + method + " is gone", e);
    }
  }
}

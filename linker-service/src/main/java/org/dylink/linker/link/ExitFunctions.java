package org.dylink.linker.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;

/**
 * Keeps the exit functions of libraries that may be unloaded before the program ends.
 *
 * <p>wasi-libc's {@code __cxa_atexit} ignores which library registers a function, and would call it
 * at the end, when the library may be gone. So these libraries register here; libc is given one
 * function for each of them, which runs what is left at the program's end.
 */
final class ExitFunctions {
  private static final FunctionType CXA_ATEXIT =
      new FunctionType(
          List.of(ValueType.I32, ValueType.I32, ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType ATEXIT =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));
  private static final FunctionType RUN_ALL = new FunctionType(List.of(ValueType.I32), List.of());

  private record ExitFunction(int address, List<Object> arguments) {}

  private final ProgramImage image;
  private final Map<Integer, Deque<ExitFunction>> registered = new HashMap<>();
  private final Map<LoadedModule, Integer> numbers = new HashMap<>();
  private Function runAll;
  private int lastNumber;

  ExitFunctions(ProgramImage image) {
    this.image = image;
  }

  /** What a library's import is bound to: registrations of a library opened later come here. */
  Function hook(LoadedModule importer, String symbol, FunctionType type, Supplier<Function> bound) {
    if (!importer.use().isLater()) {
      return bound.get();
    } else if (symbol.equals("__cxa_atexit") && type.equals(CXA_ATEXIT)) {
      return host(symbol, CXA_ATEXIT, "cxaAtexit", importer);
    } else if (symbol.equals("atexit") && type.equals(ATEXIT)) {
      return host(symbol, ATEXIT, "atexit", importer);
    }
    return bound.get();
  }

  /** Runs a library's exit functions, the last registered first; one may register another. */
  void run(LoadedModule module) {
    Integer number = numbers.get(module);
    if (number != null) {
      runAll(number);
    }
  }

  void forget(LoadedModule module) {
    Integer number = numbers.remove(module);
    if (number != null) {
      registered.remove(number);
    }
  }

  @SuppressWarnings("unused") // called through a handle
  private int cxaAtexit(LoadedModule module, int address, int argument, int library) {
    add(module, new ExitFunction(address, List.of(argument)));
    return 0;
  }

  @SuppressWarnings("unused") // called through a handle
  private int atexit(LoadedModule module, int address) {
    add(module, new ExitFunction(address, List.of()));
    return 0;
  }

  private void runAll(int number) {
    Deque<ExitFunction> functions = registered.getOrDefault(number, new ArrayDeque<>());
    while (!functions.isEmpty()) {
      ExitFunction next = functions.pop();
      image.space().table().get(next.address()).call(next.arguments().toArray());
    }
  }

  private void add(LoadedModule module, ExitFunction function) {
    Integer number = numbers.get(module);
    if (number == null) {
      number = ++lastNumber;
      numbers.put(module, number);
      registered.put(number, new ArrayDeque<>());
      tellLibc(number);
    }
    registered.get(number).push(function);
  }

  private void tellLibc(int number) {
    try {
      if (runAll == null) {
        runAll = image.engine().newFunction("run exit functions", RUN_ALL, runAllHandle());
      }
      int address = image.space().addressOf(runAll, null);
      image.function("__cxa_atexit").ifPresent(libc -> libc.call(address, number, 0));
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private Function host(String name, FunctionType type, String method, LoadedModule module) {
    MethodType own = Function.methodType(type).insertParameterTypes(0, LoadedModule.class);
    MethodHandle handle = MethodHandles.insertArguments(handle(method, own), 0, module);
    return image.engine().newFunction(name, type, handle);
  }

  private MethodHandle runAllHandle() {
    return handle("runAll", Function.methodType(RUN_ALL));
  }

  private MethodHandle handle(String method, MethodType type) {
    try {
      return MethodHandles.lookup().bind(this, method, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("BUG: ExitFunctions." + method + " is gone", e);
    }
  }
}

package org.dylink.linker.link.dl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.dylink.engine.Function;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.thread.EnteredFunction;
import org.dylink.linker.link.thread.ExitList;
import org.dylink.linker.link.thread.ExitList.Entry;

/**
 * Keeps the exit functions of libraries that may be unloaded before the program ends, and those of
 * threads, and runs them: when libc comes to them at the end, or when their library goes. Threads
 * may share it.
 */
final class ExitFunctions {
  private static final FunctionType CALL = new FunctionType(List.of(), List.of());

  private final ProgramImage image;
  private final ExitList atExit = new ExitList();
  private final ExitList atQuickExit = new ExitList();
  private final ThreadExits threadExits;
  private Function runAtExit; // guarded by atExit; null until libc is given it
  private Function runAtQuickExit; // guarded by atQuickExit; null until libc is given it

  ExitFunctions(ProgramImage image) {
    this.image = image;
    this.threadExits = new ThreadExits(image, this);
  }

  /** Those that are for the end of a thread. */
  ThreadExits ofThreads() {
    return threadExits;
  }

  /**
   * Registers an exit function for the end of the program, here or with libc.
   *
   * @param libraries that it needs and that may go; if there are none, libc can keep it
   * @param libc the function that C has called for it
   * @param arguments what it was called with
   * @return what C gets: 0 if it is registered
   */
  Object register(ExitKind end, Set<Place> libraries, Function libc, Object... arguments) {
    ExitList list = end == ExitKind.QUICK ? atQuickExit : atExit;
    // One at a time, and libc with it: what is registered later runs earlier, whoever keeps it.
    synchronized (list) {
      if (libraries.isEmpty()) {
        list.endTurn();
        Object result = libc.call(arguments);
        return isOwn(Pointers.unsigned(arguments[0])) || list != atExit
            ? result
            : threadExits.stayFirst(result);
      }
      int result = needTurn(list);
      if (result == 0) {
        List<Object> passed = arguments.length == 1 ? List.of() : List.of(arguments[1]);
        list.add(libraries, Pointers.unsigned(arguments[0]), passed);
      }
      return result;
    }
  }

  /**
   * Has a turn, whatever it runs, be the first that libc calls at the end of the program.
   *
   * @return not 0 if libc takes no more
   */
  int needTurn() {
    synchronized (atExit) {
      return needTurn(atExit);
    }
  }

  private int needTurn(ExitList list) {
    int result = list.needsTurn() ? tellLibc(list) : 0;
    if (result == 0 && list.needsTurn()) {
      list.beginTurn();
    }
    return result;
  }

  // What libc is told of a turn comes here as what it is told of others does.
  private boolean isOwn(long slot) {
    Function function = at(slot);
    return function != null && (function == runAtExit || function == runAtQuickExit);
  }

  /**
   * Runs a library's exit functions, the last registered first, after what this thread has of it;
   * one may register another.
   */
  void run(Place library) {
    run(image.thread().exits(), library);
    run(atExit, library);
  }

  private void run(ExitList list, Place library) {
    for (Optional<Entry> next = list.takeLast(library);
        next.isPresent();
        next = list.takeLast(library)) {
      call(next.get());
    }
  }

  void forget(Place library) {
    atExit.forget(library);
    atQuickExit.forget(library);
    image.threads().all().forEach(thread -> thread.exits().forget(library));
  }

  @SuppressWarnings("unused") // called through a handle
  private void runAtExit(long number) {
    // What is registered from here on needs a new turn: libc has this one no longer.
    atExit.endTurn();
    threadExits.run();
    run(atExit, (int) number);
  }

  @SuppressWarnings("unused") // called through a handle
  private void runAtQuickExit() {
    atQuickExit.endTurn();
    run(atQuickExit, atQuickExit.takeTurn());
  }

  /** Runs what a list has of a turn and of later ones, the last registered first. */
  void run(ExitList list, int number) {
    for (Optional<Entry> next = list.takeLast(number);
        next.isPresent();
        next = list.takeLast(number)) {
      call(next.get());
    }
  }

  private void call(Entry exit) {
    Function function = at(exit.address());
    FunctionType type = exit.arguments().isEmpty() ? CALL : callWith();
    String what = where(exit) + ": exit function at slot " + exit.address();
    if (function == null) {
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, what + " is null");
    } else if (!function.type().equals(type)) {
      throw new TrapException(
          TrapKind.INDIRECT_CALL_TYPE_MISMATCH,
          what + ": expected " + type + ", found " + function.type());
    }
    new EnteredFunction(function, image.threads().stack()).call(exit.arguments().toArray());
  }

  /** What C has at the address of a function; null if it is none. */
  private Function at(long address) {
    Table table = image.space().table();
    return address < table.size() ? table.get((int) address) : null;
  }

  /** The type of functions that are called with a pointer. */
  FunctionType callWith() {
    return new FunctionType(List.of(image.addresses().valueType()), List.of());
  }

  private String where(Entry exit) {
    return exit.libraries().stream().findFirst().map(Place::name).orElse(image.main().name());
  }

  /** Gives libc the function that runs a turn; not 0 if it takes no more. */
  private int tellLibc(ExitList list) {
    if (list == atQuickExit) {
      runAtQuickExit =
          runAtQuickExit == null
              ? host("run quick exit functions", CALL, RUN_AT_QUICK_EXIT.bindTo(this))
              : runAtQuickExit;
      return tell(ExitRegistrar.AT_QUICK_EXIT, slot(runAtQuickExit));
    }
    runAtExit =
        runAtExit == null
            ? host("run exit functions", callWith(), pointers(RUN_AT_EXIT.bindTo(this)))
            : runAtExit;
    return tell(ExitRegistrar.AT_EXIT, slot(runAtExit), atExit.nextTurn(), 0);
  }

  private int tell(String registrar, long... pointers) {
    return image.symbols().function(registrar).map(libc -> call(libc, pointers)).orElse(0);
  }

  /** Calls a registrar of C's with pointers. */
  int call(Function registrar, long... pointers) {
    ValueType type = image.addresses().valueType();
    Object[] arguments =
        LongStream.of(pointers).mapToObj(each -> Pointers.value(type, each)).toArray();
    return (int) registrar.call(arguments);
  }

  /** A method for the program's C: each long of its is a pointer. */
  MethodHandle pointers(MethodHandle method) {
    return Pointers.narrowed(method, image.addresses());
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

  /** Where C finds a function of ours. */
  int slot(Function ours) {
    try {
      return image.space().addressOf(ours, null);
    } catch (LinkException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static final MethodHandle RUN_AT_EXIT =
      find("runAtExit", MethodType.methodType(void.class, long.class));
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

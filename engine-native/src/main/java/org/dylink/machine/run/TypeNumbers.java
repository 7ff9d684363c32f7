package org.dylink.machine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.format.FunctionType;

/** One number for each type of functions, and how functions of Java of that type are called. */
final class TypeNumbers {
  private static final Map<FunctionType, TypeNumbers> ALL = new ConcurrentHashMap<>();
  private static final List<FunctionType> TYPES = new ArrayList<>(); // guarded by the class

  private final int number;
  private LoadedCode code; // guarded by this
  private long out; // guarded by this
  private List<JavaCalled> waiting = new ArrayList<>(); // guarded by this

  private TypeNumbers(int number) {
    this.number = number;
  }

  static TypeNumbers of(FunctionType type) {
    return ALL.computeIfAbsent(type, TypeNumbers::next);
  }

  private static synchronized TypeNumbers next(FunctionType type) {
    TYPES.add(type);
    return new TypeNumbers(TYPES.size() - 1);
  }

  /** The type with a number. */
  static synchronized FunctionType type(int number) {
    return TYPES.get(number);
  }

  int number() {
    return number;
  }

  /** The code that calls Java. */
  synchronized long out() {
    return out;
  }

  /** Notes code that calls Java. It stays, so that one is enough. */
  synchronized void has(LoadedCode loaded, int type) {
    if (code == null) {
      code = loaded;
      out = loaded.out(type);
      waiting.forEach(each -> each.callBy(out));
      waiting = List.of();
    }
  }

  /** Tells the code that calls Java. Nobody can call before some code of the type is loaded. */
  synchronized void tell(JavaCalled function) {
    if (code == null) {
      waiting.add(function);
    } else {
      function.callBy(out);
    }
  }

  /** A function that is called through Java. */
  @FunctionalInterface
  interface JavaCalled {
    void callBy(long code);
  }
}

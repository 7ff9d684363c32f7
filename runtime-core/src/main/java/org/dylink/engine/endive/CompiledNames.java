package org.dylink.engine.endive;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.dylink.engine.GuestFrame;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;

/**
 * Names the classes that Endive generates after the library that they belong to, so that Java's
 * tools show it, and finds the guest's function behind a Java stack frame.
 */
final class CompiledNames {
  private static final String PACKAGE = "org.dylink.guest.";

  // Endive names the method of a function so; the suffix is the function's index.
  private static final String METHOD = "func_";

  private record Code(String className, WasmModule module) {}

  // Weak: code that nobody uses may go, and its generated classes with it. Not by module: one that
  // is compiled twice has two classes, and instances of the first may still run.
  private static final Map<MachineSource, Code> CODE =
      Collections.synchronizedMap(new WeakHashMap<>());
  private static final AtomicLong NEXT = new AtomicLong(1);

  private CompiledNames() {}

  /** A class name for a module's code, different at each call. */
  static String newClassName(WasmModule module) {
    String readable = module.name().replaceAll("[^A-Za-z0-9_]", "_");
    // The closing $ keeps one name from being the beginning of another.
    return PACKAGE + readable + "$" + NEXT.getAndIncrement() + "$";
  }

  /**
   * Notes whose functions are in a class.
   *
   * @param machines what runs that code; it must live as long as any instance of it
   */
  static void register(MachineSource machines, String className, WasmModule module) {
    CODE.put(machines, new Code(className, module));
  }

  /** Whether a method of a generated class is a guest's function. */
  static boolean isGuestMethod(String name) {
    return name.startsWith(METHOD);
  }

  static Optional<GuestFrame> frame(StackTraceElement element) {
    boolean isGuest =
        element.getClassName().startsWith(PACKAGE) && isGuestMethod(element.getMethodName());
    return isGuest
        ? module(element.getClassName()).flatMap(m -> frame(m, element))
        : Optional.empty();
  }

  private static Optional<GuestFrame> frame(WasmModule module, StackTraceElement element) {
    int index = Integer.parseInt(element.getMethodName().substring(METHOD.length()));
    // An import has a method too, which only calls what the import is bound to.
    return index < importedFunctions(module)
        ? Optional.empty()
        : Optional.of(new GuestFrame(module.name(), module.functionName(index)));
  }

  private static long importedFunctions(WasmModule module) {
    return module.imports().stream().filter(i -> i.type() instanceof FunctionType).count();
  }

  private static Optional<WasmModule> module(String className) {
    synchronized (CODE) {
      return CODE.values().stream()
          .filter(code -> className.startsWith(code.className()))
          .map(Code::module)
          .findFirst();
    }
  }
}

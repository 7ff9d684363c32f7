package org.dylink.engine.jvm.run.call;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.GuestFrame;
import org.dylink.format.WasmModule;

/**
 * Finds guests' functions in Java stack traces. The name of a class loader tells the module, as two
 * modules may have one name; the name of a class tells the function's index.
 */
public final class GuestFrames {
  /** Parts the library's name from the function's index in the name of a class. */
  public static final char SEPARATOR = '$';

  private static final Map<String, WeakReference<ModuleFacts>> MODULES = new ConcurrentHashMap<>();

  private GuestFrames() {}

  /**
   * A name for a module's class loader that no other has, and by which its frames are known.
   *
   * @param wanted the name if no other module has it
   */
  public static String register(ModuleFacts code, String wanted) {
    String name = wanted.isEmpty() ? "#1" : wanted; // a class loader's must not be empty
    WeakReference<ModuleFacts> reference = new WeakReference<>(code);
    for (int i = 2; !claim(name, reference); i++) {
      name = wanted + "#" + i;
    }
    return name;
  }

  private static boolean claim(String name, WeakReference<ModuleFacts> reference) {
    WeakReference<ModuleFacts> now =
        MODULES.compute(
            name, (key, known) -> known == null || known.get() == null ? reference : known);
    return now == reference;
  }

  /** The guest's functions in the trace of what was thrown, innermost first. */
  static List<GuestFrame> of(Throwable thrown) {
    return of(thrown.getStackTrace());
  }

  /** The guest's functions in a trace, innermost first. */
  static List<GuestFrame> of(StackTraceElement[] trace) {
    List<GuestFrame> frames = new ArrayList<>();
    for (StackTraceElement element : trace) {
      frame(element).ifPresent(frames::add);
    }
    return frames;
  }

  /** Whether code of a module is in a trace. */
  static boolean isIn(StackTraceElement[] trace, WasmModule module) {
    return Arrays.stream(trace)
        .map(GuestFrames::code)
        .anyMatch(code -> code != null && code.module().digest().equals(module.digest()));
  }

  /** Whose code a frame is; null if it is no guest's. */
  private static ModuleFacts code(StackTraceElement element) {
    String loader = element.getClassLoaderName();
    WeakReference<ModuleFacts> reference = loader == null ? null : MODULES.get(loader);
    return reference == null ? null : reference.get();
  }

  private static Optional<GuestFrame> frame(StackTraceElement element) {
    ModuleFacts code = code(element);
    if (code == null) {
      return Optional.empty();
    }
    String className = element.getClassName();
    String index = className.substring(className.lastIndexOf(SEPARATOR) + 1);
    return code.isWhole(Integer.parseInt(index), element.getMethodName())
        ? Optional.of(new GuestFrame(code.moduleName(), code.functionName(Integer.parseInt(index))))
        : Optional.empty();
  }
}

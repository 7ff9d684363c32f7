package org.dylink.format;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;

/**
 * What a linker must be able to reach to give each thread its own copy of a library's thread-local
 * data. wasm-ld makes all of it, and exports none of it unless it is told to.
 */
public final class ThreadLocalExports {
  private static final List<String> NAMES =
      List.of("__wasm_init_tls", "__tls_base", "__tls_size", "__tls_align");

  private ThreadLocalExports() {}

  /**
   * What is missing, in words that follow the module's name; empty where a module has all of it, or
   * shows no sign of thread-local data. A static program, which no library can join, sees to its
   * threads itself.
   */
  public static Optional<String> lackedBy(WasmModule module) {
    List<String> missing = NAMES.stream().filter(name -> module.export(name).isEmpty()).toList();
    return missing.isEmpty() || module.dylink().isEmpty()
        ? Optional.empty()
        : module.threadLocalSign().map(sign -> message(sign, missing));
  }

  private static String message(String sign, List<String> missing) {
    String options =
        missing.stream().map(name -> ",--export-if-defined=" + name).collect(joining());
    return "has thread-local data ("
        + sign
        + "), but does not export "
        + String.join(", ", missing)
        + ": link it with -Wl"
        + options;
  }
}

package org.dylink.toolchain;

import java.nio.file.Path;
import java.util.List;

/**
 * A command line as clang takes it, with what a library or program of WebAssembly needs added: the
 * target, the sysroot, and the flags for dynamic linking.
 */
public final class CompilerCall {
  private final CompilerArguments arguments;
  private final boolean cxx;

  /**
   * A call.
   *
   * @param arguments what follows the name of the compiler
   * @param cxx whether it is called as {@code c++}: objects are linked with libc++ too
   */
  public CompilerCall(List<String> arguments, boolean cxx) {
    this.arguments = new CompilerArguments(arguments);
    this.cxx = cxx;
  }

  /** The whole command line. */
  public List<String> line(Driver driver) {
    Options options = new Options(arguments.has("-pthread"), false, List.of(), List.of());
    Language language = isCxx() ? Language.CXX : Language.C;
    List<String> line = driver.start(options.threads());
    if (cxx) {
      line.add("--driver-mode=g++");
    }
    List<String> files = arguments.operands();
    if (!files.isEmpty() && !arguments.has("-nostdlib")) {
      boolean compiles = files.stream().anyMatch(file -> !isBinary(file));
      boolean links = arguments.links();
      boolean shared = arguments.has("-shared");
      line.addAll(compiles ? Driver.forSource(options, language) : List.of());
      line.addAll(links ? driver.beforeObjects(options, shared) : List.of());
      line.addAll(arguments.all());
      line.addAll(links ? driver.afterObjects(options, shared, language) : List.of());
    } else {
      line.addAll(arguments.all());
    }
    return line;
  }

  private boolean isCxx() {
    return cxx
        || arguments.has("c++")
        || arguments.operands().stream()
            .anyMatch(file -> Language.of(Path.of(file)).filter(Language.CXX::equals).isPresent());
  }

  private static boolean isBinary(String file) {
    return file.endsWith(".o") || file.endsWith(".so") || file.endsWith(".a");
  }
}

package org.dylink.toolchain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A command line as clang takes it, with what a library or program of WebAssembly needs added: the
 * target, the sysroot, and the flags for dynamic linking.
 */
public final class CompilerCall {
  // Nothing is linked with any of these.
  private static final Set<String> NO_LINK =
      Set.of("-c", "-S", "-E", "-M", "-MM", "-fsyntax-only", "--version", "--help", "-emit-ast");
  // What follows is no file.
  private static final Set<String> WITH_VALUE =
      Set.of(
          "-o",
          "-I",
          "-L",
          "-D",
          "-U",
          "-l",
          "-x",
          "-include",
          "-isystem",
          "-iquote",
          "-idirafter",
          "-MF",
          "-MT",
          "-MQ",
          "-mllvm",
          "-Xlinker",
          "-Xclang",
          "-z",
          "-u",
          "-T");

  private final List<String> arguments;
  private final boolean cxx;

  /**
   * A call.
   *
   * @param arguments what follows the name of the compiler
   * @param cxx whether it is called as {@code c++}: objects are linked with libc++ too
   */
  public CompilerCall(List<String> arguments, boolean cxx) {
    this.arguments = List.copyOf(arguments);
    this.cxx = cxx;
  }

  /** The whole command line. */
  public List<String> line(Driver driver) {
    Options options = new Options(has("-pthread"::equals), false, List.of(), List.of());
    Language language = isCxx() ? Language.CXX : Language.C;
    List<String> line = driver.start(options.threads());
    if (cxx) {
      line.add("--driver-mode=g++");
    }
    List<String> files = operands();
    if (!files.isEmpty() && !has(argument -> argument.equals("-nostdlib"))) {
      boolean compiles = files.stream().anyMatch(file -> !isBinary(file));
      boolean links = !has(NO_LINK::contains);
      boolean shared = has("-shared"::equals);
      line.addAll(compiles ? Driver.forSource(options, language) : List.of());
      line.addAll(links ? driver.beforeObjects(options, shared) : List.of());
      line.addAll(arguments);
      line.addAll(links ? driver.afterObjects(options, shared, language) : List.of());
    } else {
      line.addAll(arguments);
    }
    return line;
  }

  private boolean isCxx() {
    return cxx
        || has("c++"::equals)
        || operands().stream()
            .anyMatch(file -> Language.of(Path.of(file)).filter(Language.CXX::equals).isPresent());
  }

  private boolean has(Predicate<String> test) {
    return arguments.stream().anyMatch(test);
  }

  private List<String> operands() {
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-") || argument.equals("-")) {
        operands.add(argument);
      }
    }
    return operands;
  }

  private static boolean isBinary(String file) {
    return file.endsWith(".o") || file.endsWith(".so") || file.endsWith(".a");
  }
}

package org.dylink.toolchain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What follows a compiler's name on a command line, as far as who calls it must understand it.
 *
 * @param all as they were given
 */
public record CompilerArguments(List<String> all) {
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

  public CompilerArguments {
    all = List.copyOf(all);
  }

  /** Whether an argument is among them. */
  public boolean has(String argument) {
    return all.contains(argument);
  }

  /** Whether a library or program is made, if there are files at all. */
  public boolean links() {
    return all.stream().noneMatch(NO_LINK::contains);
  }

  /** The files. */
  public List<String> operands() {
    List<String> operands = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      String argument = all.get(i);
      if (WITH_VALUE.contains(argument)) {
        i++;
      } else if (!argument.startsWith("-") || argument.equals("-")) {
        operands.add(argument);
      }
    }
    return operands;
  }
}

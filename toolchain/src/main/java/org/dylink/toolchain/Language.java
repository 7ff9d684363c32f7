package org.dylink.toolchain;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** What a source is written in, by the end of its name, as clang has it. */
public enum Language {
  /** {@code .c} */
  C,
  /** {@code .cc}, {@code .cpp}, {@code .cxx}, {@code .c++}, {@code .C} */
  CXX;

  private static final Set<String> CXX_ENDS = Set.of("cc", "cpp", "cxx", "c++", "cp", "C", "CPP");

  /** Empty of what is no source. */
  public static Optional<Language> of(Path file) {
    String name = file.getFileName().toString();
    String end = name.substring(name.lastIndexOf('.') + 1);
    if (end.equals("c") && !name.equals("c")) {
      return Optional.of(C);
    }
    return CXX_ENDS.contains(end) && !name.equals(end) ? Optional.of(CXX) : Optional.empty();
  }
}

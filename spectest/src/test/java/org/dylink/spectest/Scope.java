package org.dylink.spectest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which scripts are run, and why the others are not: the resource {@code scope.txt} gives reasons
 * for patterns, and a script that is the same as one before it needs no second run.
 */
final class Scope {
  private static final List<ReasonFile.Entry> LEFT_OUT = ReasonFile.read("scope.txt");
  private static final String SAME =
      "duplicate: a script of the same name and bytes is run from another folder";

  private final Path suite;
  private final List<String> scripts = new ArrayList<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  private Scope(Path suite) {
    this.suite = suite;
  }

  /** Sorts a suite's scripts into those to run and those to leave out. */
  static Scope of(Path suite) {
    Scope scope = new Scope(suite);
    for (String script : SpecSuite.scripts(suite)) {
      scope
          .reason(script)
          .ifPresentOrElse(
              reason -> scope.leftOut.put(script, reason), () -> scope.scripts.add(script));
    }
    return scope;
  }

  Path suite() {
    return suite;
  }

  /** What is run. */
  List<String> scripts() {
    return scripts;
  }

  /** What is not run, with the reason of each. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  // The first pattern that fits decides.
  private Optional<String> reason(String script) {
    Optional<String> listed =
        LEFT_OUT.stream()
            .filter(entry -> fits(entry.text(), script))
            .map(ReasonFile.Entry::reason)
            .findFirst();
    return listed.or(
        () -> scripts.stream().filter(s -> same(s, script)).map(s -> SAME).findFirst());
  }

  private boolean same(String one, String other) {
    Path file = suite.resolve(one);
    try {
      return file.getFileName().equals(Path.of(other).getFileName())
          && Files.mismatch(file, suite.resolve(other)) == -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean fits(String pattern, String script) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(script));
  }
}

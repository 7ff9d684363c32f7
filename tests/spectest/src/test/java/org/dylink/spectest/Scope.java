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
import java.util.stream.Stream;

/**
 * Which scripts are run, and why the others are not: the resource {@code scope.txt} gives reasons
 * for patterns, and a script that is the same as one before it needs no second run. Behind a
 * script's path, it may name lines: of such a script, only the commands there are left out.
 */
final class Scope {
  private static final List<ReasonFile.Entry> LEFT_OUT = entries(false);
  private static final List<ReasonFile.Entry> COMMANDS = entries(true);
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

  private static List<ReasonFile.Entry> entries(boolean ofCommands) {
    return ReasonFile.read("scope.txt").stream()
        .filter(entry -> entry.text().contains(" ") == ofCommands)
        .toList();
  }

  Path suite() {
    return suite;
  }

  /** Why an engine that has a list of its own runs none of a script's commands. */
  static Optional<String> reasonOn(String engineList, String script) {
    return engineList.isEmpty()
        ? Optional.empty()
        : listed(ReasonFile.read("scope-" + engineList + ".txt"), script);
  }

  /** All reasons of an engine's list. */
  static List<String> reasonsOn(String engineList) {
    return ReasonFile.read("scope-" + engineList + ".txt").stream()
        .map(ReasonFile.Entry::reason)
        .distinct()
        .toList();
  }

  /** What is run. */
  List<String> scripts() {
    return scripts;
  }

  /** What is not run, with the reason of each. */
  Map<String, String> leftOut() {
    return leftOut;
  }

  /** What is not run of the scripts that are, as scripts and lines, with the reason of each. */
  static List<ReasonFile.Entry> commands() {
    return COMMANDS;
  }

  /** Why a command of a script that is run is left out; empty if it is not. */
  static Optional<String> reason(String script, int line) {
    return COMMANDS.stream()
        .filter(entry -> linesOf(script, entry.text()).anyMatch(lines -> lines.contains(line)))
        .map(ReasonFile.Entry::reason)
        .findFirst();
  }

  private static Stream<LineRange> linesOf(String script, String entry) {
    List<String> words = List.of(entry.split(" +"));
    return words.get(0).equals(script) ? words.stream().skip(1).map(LineRange::of) : Stream.empty();
  }

  // The first pattern that fits decides.
  private Optional<String> reason(String script) {
    return listed(LEFT_OUT, script)
        .or(() -> scripts.stream().filter(s -> same(s, script)).map(s -> SAME).findFirst());
  }

  private static Optional<String> listed(List<ReasonFile.Entry> list, String script) {
    return list.stream()
        .filter(entry -> fits(entry.text(), script))
        .map(ReasonFile.Entry::reason)
        .findFirst();
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

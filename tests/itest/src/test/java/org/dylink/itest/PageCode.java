package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Java code of a page in docs: whole programs, which are run as plain Java with nothing but our
 * jars on the class path, and pieces, which stand in a test, word for word.
 */
final class PageCode {
  static final Path EXAMPLES = Path.of("../../example-bundles");

  private static final Path ROOT = Path.of("../..");
  private static final Path SOURCES = Path.of("src/main/java/org/dylink/itest");
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern MAIN = Pattern.compile("public class (\\w+) \\{\n  public static");

  private final String page;

  /**
   * Takes a page.
   *
   * @param page its path in the project
   */
  PageCode(String page) {
    this.page = page;
  }

  /** The programs. */
  List<String> programs() throws IOException {
    return groups(BLOCK, text()).filter(PageCode::isProgram).toList();
  }

  /**
   * Fails unless each piece is in a test, between {@code // PAGE: name} and {@code // PAGE: end}.
   */
  void assertPiecesAreTested() throws IOException {
    String marker = "// " + Pattern.quote(page) + ": ";
    Pattern marked = Pattern.compile(marker + "\\w+\n(.*?)\n *" + marker + "end", Pattern.DOTALL);
    List<String> tested = new ArrayList<>();
    for (Path source : javaFiles()) {
      groups(marked, Files.readString(source)).map(PageCode::flat).forEach(tested::add);
    }
    List<String> shown =
        groups(BLOCK, text()).filter(block -> !isProgram(block)).map(String::strip).toList();
    assertFalse(shown.isEmpty());
    shown.forEach(block -> assertTrue(tested.contains(block), block));
  }

  /**
   * Runs a program; it must end with 0 and print no error.
   *
   * @param modules whose jars it needs; no jar of OSGi is among them
   * @return what it prints
   */
  static String run(String program, Path folder, List<String> modules, String... arguments)
      throws Exception {
    Matcher main = MAIN.matcher(program);
    assertTrue(main.find());
    Path source = Files.writeString(folder.resolve(main.group(1) + ".java"), program);
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-cp", jars(modules), source.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> output + read(errors));
    assertEquals("", read(errors));
    return output;
  }

  private static String jars(List<String> modules) throws IOException {
    List<String> jars = new ArrayList<>();
    for (String module : modules) {
      try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
        files
            .map(Path::toString)
            .filter(file -> file.matches(".*/org\\.dylink\\.\\w+-[^/]*\\.jar"))
            .filter(file -> !file.endsWith("-tests.jar"))
            .forEach(jars::add);
      }
    }
    assertEquals(modules.size(), jars.size(), jars.toString());
    return String.join(File.pathSeparator, jars);
  }

  private String text() throws IOException {
    return Files.readString(ROOT.resolve(page));
  }

  private static boolean isProgram(String block) {
    return MAIN.matcher(block).find();
  }

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Stream<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
  }

  /** Without the indentation of its first line. */
  private static String flat(String code) {
    int indentation = code.length() - code.stripLeading().length();
    return code.lines()
        .map(line -> line.length() < indentation ? line.strip() : line.substring(indentation))
        .reduce("", (all, line) -> all + line + "\n")
        .strip();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each block of commands in the docs is in docs/commands.md, with who runs it. */
class CommandsInDocsTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path LIST = ROOT.resolve("docs/commands.md");
  private static final String FENCE = "```";
  private static final Pattern ROW = Pattern.compile("\\| (\\S+\\.md) \\| `(.*)` \\| (.*) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
  private static final Pattern SCRIPT = Pattern.compile("`([\\w./-]+\\.sh)`");

  /** A block, by its first line; or a row of the list, by how that begins. */
  private record Commands(String page, String line, String runner) {
    boolean isFor(Commands block) {
      return page.equals(block.page) && block.line.startsWith(line);
    }

    @Override
    public String toString() {
      return page + ": " + line;
    }
  }

  private static List<Commands> rows;

  @BeforeAll
  static void readTheList() throws IOException {
    rows =
        Files.readAllLines(LIST).stream()
            .flatMap(line -> ROW.matcher(line).results())
            .map(row -> new Commands(row.group(1), row.group(2), row.group(3)))
            .toList();
  }

  @Test
  void eachBlockIsInTheList() throws IOException {
    List<String> missing =
        blocks().stream()
            .filter(block -> rows.stream().noneMatch(row -> row.isFor(block)))
            .map(Commands::toString)
            .toList();

    assertEquals(List.of(), missing);
  }

  @Test
  void eachRowIsForABlock() throws IOException {
    List<Commands> blocks = blocks();
    List<String> gone =
        rows.stream()
            .filter(row -> blocks.stream().noneMatch(row::isFor))
            .map(Commands::toString)
            .toList();

    assertEquals(List.of(), gone);
  }

  @Test
  void whoRunsThemIsThere() throws IOException {
    Set<String> tests = tests();
    List<String> missing = new ArrayList<>();
    for (Commands row : rows) {
      groups(TEST, row.runner()).filter(name -> !tests.contains(name)).forEach(missing::add);
      groups(SCRIPT, row.runner())
          .filter(name -> !Files.isRegularFile(ROOT.resolve(name)))
          .forEach(missing::add);
    }

    assertEquals(List.of(), missing);
  }

  /** Whoever has neither test nor script says in words that nobody runs it, or why not. */
  @Test
  void eachRowNamesWhoRunsItOrThatNobodyDoes() {
    List<String> silent =
        rows.stream()
            .filter(row -> !row.runner().contains("`"))
            .filter(row -> !row.runner().matches("(not run|a drawing|itself|by hand).*"))
            .map(Commands::toString)
            .toList();

    assertEquals(List.of(), silent);
  }

  private static List<Commands> blocks() throws IOException {
    List<Commands> blocks = new ArrayList<>();
    for (Path page : pages()) {
      Iterator<String> lines = Files.readAllLines(page).iterator();
      while (lines.hasNext()) {
        String line = lines.next();
        if (line.startsWith(FENCE)) {
          String first = lines.next();
          if (line.equals(FENCE)) {
            blocks.add(new Commands(page.getFileName().toString(), first.strip(), ""));
          }
          while (!first.startsWith(FENCE)) {
            first = lines.next();
          }
        }
      }
    }
    return blocks;
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  private static Set<String> tests() throws IOException {
    try (Stream<Path> files =
        Files.find(
            ROOT,
            20,
            (file, attributes) -> file.getFileName().toString().matches("\\w+(Test|IT)\\.java"))) {
      return files
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> groups(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
  }
}

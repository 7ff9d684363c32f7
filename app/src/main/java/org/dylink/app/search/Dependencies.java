package org.dylink.app.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.format.PrintableText;
import org.dylink.linker.draw.WireGraph;
import org.dylink.linker.draw.WireGraph.Look;

/** A program's files, and what each of them needs. */
public final class Dependencies {
  private static final String INDENT = "  ";
  // Farther on, lines would be longer than what they say.
  private static final int MOST_INDENTED = 100;

  private final List<LibraryFile> files;
  private final Map<String, Dependency> byName;
  private final List<String> problems;

  Dependencies(List<LibraryFile> files, Map<String, Dependency> byName, List<String> problems) {
    this.files = List.copyOf(files);
    this.byName = byName;
    this.problems = List.copyOf(problems);
  }

  /**
   * The files: those of the command line, then what they need, breadth first.
   *
   * @throws SearchException with everything that is wrong
   */
  public List<LibraryFile> checked() throws SearchException {
    if (isIncomplete()) {
      throw new SearchException(problems);
    }
    return files;
  }

  /** The files that were found, also where others are missing. */
  List<LibraryFile> files() {
    return files;
  }

  /** Which file each name means that one of them needs. */
  public Map<String, LibraryFile> names() {
    Map<String, LibraryFile> names = new LinkedHashMap<>();
    byName.forEach((name, found) -> found.file().ifPresent(file -> names.put(name, file)));
    return names;
  }

  /** Everything that is needed, found or not, in the order in which it was first needed. */
  public List<Dependency> inOrder() {
    return List.copyOf(byName.values());
  }

  /** Whether something is missing, or is no module. */
  public boolean isIncomplete() {
    return !problems.isEmpty();
  }

  /**
   * What a library needs, a line each, indented by depth. What stands elsewhere in the tree, too,
   * is followed once.
   */
  public String tree(LibraryFile root) {
    StringBuilder text = new StringBuilder();
    Set<String> followed = new HashSet<>();
    Deque<Iterator<String>> path = new ArrayDeque<>();
    path.push(List.of(root.name()).iterator());
    // No recursion: how deep it goes, files decide.
    while (!path.isEmpty()) {
      if (path.peek().hasNext()) {
        Dependency node = byName.get(path.peek().next());
        text.append(line(node, path.size() - 1));
        path.push(below(node, followed).iterator());
      } else {
        path.pop();
      }
    }
    return text.toString();
  }

  /** Who needs whom of all that is needed. */
  public WireGraph graph() {
    WireGraph graph = new WireGraph();
    for (Dependency each : inOrder()) {
      graph.node(each.name(), each.name(), each.usable() ? Look.LIBRARY : Look.MISSING);
      each.file().ifPresent(file -> file.needed().forEach(need -> graph.edge(each.name(), need)));
    }
    return graph;
  }

  private static List<String> below(Dependency node, Set<String> followed) {
    return node.file().isPresent() && followed.add(node.name())
        ? node.file().get().needed()
        : List.of();
  }

  private static String line(Dependency node, int depth) {
    String text = PrintableText.of(node.name() + " => " + node.detail());
    return INDENT.repeat(Math.min(depth, MOST_INDENTED)) + text + "\n";
  }
}

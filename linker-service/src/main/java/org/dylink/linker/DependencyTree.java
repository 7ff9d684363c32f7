package org.dylink.linker;

import static java.util.stream.Collectors.joining;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a library needs, as ldd shows it.
 *
 * @param name the name under which it is needed
 * @param library what provides it; empty where nothing does
 * @param detail where it comes from, or why it is not found
 * @param needed what it needs in turn; empty for a library that stands elsewhere in the tree too
 */
public record DependencyTree(
    String name, Optional<Library> library, String detail, List<DependencyTree> needed) {

  public DependencyTree {
    needed = List.copyOf(needed);
  }

  /** Whether something in the tree is not found. */
  public boolean isIncomplete() {
    return nodes().anyMatch(node -> node.tree().library().isEmpty());
  }

  /**
   * A place in a tree.
   *
   * @param tree what stands there
   * @param depth how many need it, one above the other
   */
  public record Node(DependencyTree tree, int depth) {
    private static final String INDENT = "  ";
    // Farther on, lines would be longer than what they say; how deep it goes, files decide.
    private static final int MOST_INDENTED = 100;

    /** What stands before its name where a tree is shown. */
    public String indent() {
      return INDENT.repeat(Math.min(depth, MOST_INDENTED));
    }
  }

  /** This place and all below, each before what it needs: as a tree is shown. */
  public Stream<Node> nodes() {
    Deque<Node> left = new ArrayDeque<>(List.of(new Node(this, 0)));
    return Stream.generate(() -> next(left)).takeWhile(Objects::nonNull);
  }

  // No recursion: how deep it is, files decide.
  private static Node next(Deque<Node> left) {
    Node node = left.poll();
    if (node != null) {
      List<DependencyTree> needed = node.tree().needed();
      for (int i = needed.size() - 1; i >= 0; i--) {
        left.push(new Node(needed.get(i), node.depth() + 1));
      }
    }
    return node;
  }

  /** The libraries that are found, each once, breadth first: the order in which a link loads. */
  public List<Library> libraries() {
    IdentityHashMap<Library, DependencyTree> nodes = new IdentityHashMap<>();
    nodes().forEach(node -> node.tree().collect(nodes));
    Set<Library> order = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Library> all = new ArrayList<>();
    library.filter(order::add).ifPresent(all::add);
    // The list grows while it is walked: that is what makes the walk breadth first.
    for (int i = 0; i < all.size(); i++) {
      for (DependencyTree child : nodes.get(all.get(i)).needed()) {
        child.library().filter(order::add).ifPresent(all::add);
      }
    }
    return all;
  }

  /** What a library needs stands at one of its places in the tree alone. */
  private void collect(IdentityHashMap<Library, DependencyTree> nodes) {
    library.ifPresent(
        found -> nodes.merge(found, this, (old, more) -> old.needed.isEmpty() ? more : old));
  }

  /** A line a library, indented by depth; ends with a newline. */
  @Override
  public String toString() {
    return nodes()
        .map(node -> node.indent() + node.tree().name() + " => " + node.tree().detail() + "\n")
        .collect(joining());
  }
}

package org.dylink.linker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    return library.isEmpty() || needed.stream().anyMatch(DependencyTree::isIncomplete);
  }

  /** The libraries that are found, each once, breadth first: the order in which a link loads. */
  public List<Library> libraries() {
    IdentityHashMap<Library, DependencyTree> nodes = new IdentityHashMap<>();
    collect(nodes);
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
    needed.forEach(child -> child.collect(nodes));
  }

  /** A line a library, indented by depth; ends with a newline. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    append(text, "");
    return text.toString();
  }

  private void append(StringBuilder text, String indent) {
    text.append(indent).append(name).append(" => ").append(detail).append('\n');
    needed.forEach(child -> child.append(text, indent + "  "));
  }
}

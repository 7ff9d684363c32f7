package org.dylink.linker;

import java.util.List;
import java.util.Optional;

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

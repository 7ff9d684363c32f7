package org.dylink.bindgen.tree;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of clang's tree.
 *
 * @param values its texts, numbers and truths by their names; those of a type and a declaration
 *     that it names as {@code type.qualType}, {@code decl.id}
 * @param place where its name stands
 * @param begin its first word
 * @param end its last word
 */
record AstNode(
    Map<String, String> values,
    SourcePlace place,
    SourcePlace begin,
    SourcePlace end,
    List<AstNode> children) {
  private static final String YES = "true";

  String kind() {
    return value("kind");
  }

  String name() {
    return value("name");
  }

  /** The type as clang writes it. */
  String type() {
    return value("type.qualType");
  }

  /** Empty where there is none. */
  String value(String name) {
    return values.getOrDefault(name, "");
  }

  boolean is(String name) {
    return value(name).equals(YES);
  }

  Stream<AstNode> children(String kind) {
    return children.stream().filter(child -> child.kind().equals(kind));
  }

  /** The first of a kind, however deep. */
  Optional<AstNode> find(String kind) {
    for (AstNode child : children) {
      Optional<AstNode> found = child.kind().equals(kind) ? Optional.of(child) : child.find(kind);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}

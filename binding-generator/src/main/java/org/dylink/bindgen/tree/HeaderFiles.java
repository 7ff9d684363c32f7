package org.dylink.bindgen.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The files of a library: its header, and what that includes by a name in quotation marks. What is
 * in angle brackets belongs to others. For one thread.
 */
public final class HeaderFiles {
  private final Function<String, Optional<SourceFile>> sources;
  private final Map<String, Optional<SourceFile>> known = new HashMap<>();
  private final Set<String> included = new HashSet<>();

  /**
   * @param header as clang names it
   * @param sources the text of a file that clang names
   */
  public HeaderFiles(String header, Function<String, Optional<SourceFile>> sources) {
    this.sources = sources;
    add(header);
  }

  /** Whether a file is one of them; files are asked for in the order in which clang opens them. */
  public boolean has(String file) {
    return known.computeIfAbsent(file, this::find).isPresent();
  }

  /** What a header says of a declaration; empty for those of other files. */
  String comment(AstNode node) {
    String file = node.place().file();
    if (!has(file) || !node.begin().file().equals(file) || !node.end().file().equals(file)) {
      return "";
    }
    int end = node.end().offset() + node.end().length();
    return known.get(file).map(source -> source.comment(node.begin().offset(), end)).orElse("");
  }

  private Optional<SourceFile> find(String file) {
    boolean isIncluded =
        included.stream().anyMatch(name -> file.equals(name) || file.endsWith("/" + name));
    return isIncluded ? open(file) : Optional.empty();
  }

  private void add(String file) {
    known.put(file, open(file));
  }

  private Optional<SourceFile> open(String file) {
    Optional<SourceFile> source = sources.apply(file);
    source.ifPresent(text -> included.addAll(text.included()));
    return source;
  }
}

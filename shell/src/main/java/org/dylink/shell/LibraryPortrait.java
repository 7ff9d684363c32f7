package org.dylink.shell;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.DylinkSection;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.linker.AbiNames;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;

/** All that is known of one library, a line each. */
final class LibraryPortrait {
  private static final String NOTHING = "-";

  private final Library library;

  LibraryPortrait(Library library) {
    this.library = library;
  }

  @Override
  public String toString() {
    Table table = new Table();
    table.row("name", library.name());
    table.row("version", library.version());
    table.row("bundle", library.origin());
    table.row("kind", kind());
    table.row("needed", joined(library.needed()));
    table.row("symbols", symbols());
    table.row("imports", imports());
    library.module().dylink().ifPresent(section -> addSection(table, section));
    table.row("file", Words.count(library.module().bytes().length, "byte"));
    table.row("sha256", library.module().digest());
    return table.toString();
  }

  private String kind() {
    boolean dynamic = library.module().dylink().isPresent();
    if (!exports(AbiNames.START)) {
      return dynamic ? "shared library" : "plain module";
    } else if (!dynamic) {
      return "plain WASI command";
    }
    return importsMemory() ? "program, position-independent" : "program, not position-independent";
  }

  // Both kinds export their memory, for WASI; only one brings it along.
  private boolean importsMemory() {
    return library.module().imports().stream()
        .anyMatch(i -> i.module().equals(AbiNames.ENV) && i.name().equals(AbiNames.MEMORY));
  }

  private boolean exports(String name) {
    return library.module().export(name).isPresent();
  }

  private String symbols() {
    Map<Symbol.Kind, Long> counts =
        library.symbols().stream()
            .collect(groupingBy(Symbol::kind, () -> new EnumMap<>(Symbol.Kind.class), counting()));
    return joined(
        counts.entrySet().stream().map(e -> Words.count(e.getValue(), noun(e.getKey()))).toList());
  }

  private static String noun(Symbol.Kind kind) {
    return kind == Symbol.Kind.DATA ? "data symbol" : Words.lowerCase(kind);
  }

  private String imports() {
    Map<String, Long> counts =
        library.module().imports().stream()
            .collect(groupingBy(Import::module, LinkedHashMap::new, counting()));
    return joined(
        counts.entrySet().stream().map(e -> e.getValue() + " from " + e.getKey()).toList());
  }

  private static void addSection(Table table, DylinkSection section) {
    MemoryInfo info = section.memoryInfo();
    table.row("data", Words.count(info.memorySize(), "byte") + aligned(info.memoryAlignment()));
    table.row("slots", info.tableSize() + aligned(info.tableAlignment()));
    table.row("run path", joined(section.runtimePath()));
  }

  private static String aligned(int alignment) {
    return ", aligned to " + alignment;
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? NOTHING : words.stream().collect(joining(", "));
  }
}

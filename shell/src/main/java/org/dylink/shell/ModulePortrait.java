package org.dylink.shell;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.DylinkSection;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.linker.Library;
import org.dylink.linker.Program;
import org.dylink.linker.Symbol;

/** What a library's file tells, as rows of a heading and a text. */
final class ModulePortrait {
  private final Library library;
  private final List<List<String>> rows = new ArrayList<>();

  private ModulePortrait(Library library) {
    this.library = library;
  }

  static List<List<String>> of(Library library) {
    ModulePortrait portrait = new ModulePortrait(library);
    portrait.draw();
    return portrait.rows;
  }

  private void draw() {
    row("kind", kind());
    row("symbols", symbols());
    row("imports", imports());
    library.module().dylink().ifPresent(this::addSection);
    row("file", Words.count(library.module().bytes().size(), "byte"));
    row("sha256", library.module().digest());
  }

  private void row(String heading, String text) {
    rows.add(List.of(heading, text));
  }

  private String kind() {
    boolean dynamic = library.module().dylink().isPresent();
    if (!exports(Program.ENTRY)) {
      String old = library.module().hasOldDylink() ? ", old dylink section" : "";
      return dynamic ? "shared library" + old : "plain module";
    } else if (!dynamic) {
      return "plain WASI command";
    }
    return importsMemory() ? "program, position-independent" : "program, not position-independent";
  }

  // Both kinds export their memory, for WASI; only one brings it along.
  private boolean importsMemory() {
    return library.module().imports().stream().anyMatch(i -> i.type() instanceof MemoryType);
  }

  private boolean exports(String name) {
    return library.module().export(name).isPresent();
  }

  private String symbols() {
    Map<Symbol.Kind, Long> counts =
        library.symbols().stream()
            .collect(groupingBy(Symbol::kind, () -> new EnumMap<>(Symbol.Kind.class), counting()));
    return LibraryPortrait.joined(
        counts.entrySet().stream().map(e -> Words.count(e.getValue(), noun(e.getKey()))).toList());
  }

  private static String noun(Symbol.Kind kind) {
    return kind == Symbol.Kind.DATA ? "data symbol" : Words.lowerCase(kind);
  }

  private String imports() {
    Map<String, Long> counts =
        library.module().imports().stream()
            .collect(groupingBy(Import::module, LinkedHashMap::new, counting()));
    return LibraryPortrait.joined(
        counts.entrySet().stream().map(e -> e.getValue() + " from " + e.getKey()).toList());
  }

  private void addSection(DylinkSection section) {
    MemoryInfo info = section.memoryInfo();
    row("data", Words.count(info.memorySize(), "byte") + aligned(info.memoryAlignment()));
    row("slots", info.tableSize() + aligned(info.tableAlignment()));
    row("run path", LibraryPortrait.joined(section.runtimePath()));
  }

  private static String aligned(int alignment) {
    return ", aligned to " + alignment;
  }
}

package org.dylink.app.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dylink.app.Columns;
import org.dylink.format.DylinkSection;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.Feature;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.format.WasmModule;
import org.dylink.headers.LibraryHeaders;
import org.dylink.linker.Program;

/** What is known of a module, a line each. */
final class FileFacts {
  private static final String NOTHING = "-";

  private final WasmModule module;
  private final Columns columns = new Columns();

  private FileFacts(WasmModule module) {
    this.module = module;
  }

  static String of(WasmModule module) {
    return of(module, List.of());
  }

  /**
   * @param compiled what there is of it in a compiled form, and where
   */
  static String of(WasmModule module, List<String> compiled) {
    FileFacts facts = new FileFacts(module);
    facts.columns.row("name", module.name());
    facts.columns.row("kind", facts.kind());
    facts.columns.row("target", LibraryHeaders.target(module));
    module.dylink().ifPresent(facts::addSection);
    facts.columns.row("imports", counted(module.imports().stream().map(Import::type)));
    facts.columns.row("exports", counted(module.exports().stream().map(Export::type)));
    if (!module.features().isEmpty()) {
      facts.columns.row("features", features(module));
    }
    facts.columns.row("functions", String.valueOf(module.functionCount()));
    if (!compiled.isEmpty()) {
      facts.columns.row("compiled", String.join(", ", compiled));
    }
    facts.columns.row("file", module.bytes().size() + " bytes");
    facts.columns.row("sha256", module.digest());
    return facts.columns.toString();
  }

  private static String features(WasmModule module) {
    return module.features().keySet().stream()
        .map(Feature::toString)
        .collect(Collectors.joining(", "));
  }

  private String kind() {
    boolean starts = module.export(Program.ENTRY).isPresent();
    if (module.dylink().isEmpty()) {
      return starts ? "plain program" : "plain module";
    } else if (!starts) {
      return module.hasOldDylink() ? "shared library, old dylink section" : "shared library";
    }
    return importsMemory() ? "program, position-independent" : "program, not position-independent";
  }

  private boolean importsMemory() {
    return module.imports().stream().anyMatch(i -> i.type().kind().equals("memory"));
  }

  private void addSection(DylinkSection section) {
    MemoryInfo info = section.memoryInfo();
    columns.row("data", info.memorySize() + " bytes, aligned to " + info.memoryAlignment());
    columns.row("slots", info.tableSize() + ", aligned to " + info.tableAlignment());
    columns.row("needed", joined(section.needed()));
    columns.row("runtime path", joined(section.runtimePath()));
  }

  private static String joined(List<String> words) {
    return words.isEmpty() ? NOTHING : String.join(", ", words);
  }

  /** {@code 5: 4 function, 1 memory}. */
  private static String counted(Stream<? extends ExternType> types) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    types.forEach(type -> counts.merge(type.kind(), 1, Integer::sum));
    if (counts.isEmpty()) {
      return "0";
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + e.getKey())
        .collect(Collectors.joining(", ", all + ": ", ""));
  }
}

package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dylink.engine.CompiledForm;
import org.dylink.linker.Library;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.NeedDTO;
import org.dylink.linker.runtime.ProgramDTO;

/** All that is known of one library, a line each. */
final class LibraryPortrait {
  static final String NOTHING = "-";

  // They have lines of their own.
  private static final Set<String> SHOWN =
      Set.of(Library.NAMESPACE, "version", "path", "digest", "compiled");

  private final LibraryFacts facts;
  private final TextTable table = new TextTable();

  LibraryPortrait(LibraryFacts facts) {
    this.facts = facts;
  }

  /** A row a fact. */
  TextTable table() {
    LibraryDTO library = facts.library();
    table.row("name", library.name);
    table.row("version", library.version);
    table.row("state", Words.lowerCase(library.state) + (library.current ? "" : ", gone"));
    addLines("reason", library.reasons);
    table.row("bundle", library.bundle + " " + library.origin);
    table.row("path", library.path);
    addLines("compiled", compiled());
    facts.module().ifPresent(this::addModule);
    table.row("programs", joined(facts.programs().stream().map(LibraryPortrait::program).toList()));
    return table;
  }

  /** What engines know of, then what is for other machines. */
  private List<String> compiled() {
    List<String> lines = new ArrayList<>();
    List<String> others = new ArrayList<>(facts.library().compiled);
    for (CompiledForm form : facts.compiled()) {
      lines.add(form.kind() + " in " + form.place() + ": " + form.remark());
      others.remove(form.kind());
    }
    others.forEach(kind -> lines.add(kind + " in " + CompiledForm.IN_BUNDLE));
    return lines;
  }

  private void addModule(Library module) {
    table.row("attributes", attributes(module));
    addLines("needed", needed());
    ModulePortrait.of(module).forEach(row -> table.row(row.toArray()));
  }

  /** A line for each, and the heading in front of the first. */
  private void addLines(String heading, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      table.row(i == 0 ? heading : "", lines.get(i));
    }
  }

  private List<String> needed() {
    List<NeedDTO> needs = facts.library().needs;
    return needs.isEmpty() ? List.of(NOTHING) : needs.stream().map(LibraryPortrait::wire).toList();
  }

  private static String wire(NeedDTO need) {
    return need.origin == null
        ? need.name + " => not found"
        : "%s => %s, bundle %d %s".formatted(need.name, need.version, need.bundle, need.origin);
  }

  private static String attributes(Library module) {
    Map<String, Object> others = new TreeMap<>(module.attributes());
    others.keySet().removeAll(SHOWN);
    return joined(others.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
  }

  private static String program(ProgramDTO program) {
    return "%d %s %s".formatted(program.id, program.name, Words.lowerCase(program.state));
  }

  static String joined(List<String> words) {
    return words.isEmpty() ? NOTHING : words.stream().collect(joining(", "));
  }
}

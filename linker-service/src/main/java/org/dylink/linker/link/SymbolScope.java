package org.dylink.linker.link;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dylink.linker.Symbol;

/**
 * Where symbols are searched: libraries in load order, the first definition wins (ELF). The global
 * scope has main, what came with it and what was opened with RTLD_GLOBAL; a library that is opened
 * later sees the global scope first, then itself and what it needs.
 */
final class SymbolScope {
  private final List<LoadedModule> global;
  private final List<LoadedModule> local;

  /**
   * @param global its later additions count too
   */
  SymbolScope(List<LoadedModule> global, List<LoadedModule> local) {
    this.global = global;
    this.local = new CopyOnWriteArrayList<>(local);
  }

  /** The global scope alone. */
  SymbolScope(List<LoadedModule> global) {
    this(global, List.of());
  }

  /** Leaves out libraries that are unloaded; the global scope does it for itself. */
  void forget(Set<LoadedModule> gone) {
    local.removeAll(gone);
  }

  /** In search order. */
  List<LoadedModule> modules() {
    return Stream.concat(global.stream(), local.stream()).distinct().toList();
  }

  /**
   * Finds a definition. As in ELF, a weak one is as good as another: the first in order counts.
   *
   * @param requester who asks; it alone sees its hidden symbols. Null for the program itself
   */
  Optional<Definition> find(String name, Symbol.Kind kind, LoadedModule requester) {
    return modules().stream()
        .flatMap(module -> definition(name, kind, module).stream())
        .filter(found -> found.module() == requester || !found.flags().isHidden())
        .findFirst();
  }

  /** The names of the searched libraries, for messages. */
  String searched() {
    return modules().stream().map(LoadedModule::name).collect(joining(", "));
  }

  private static Optional<Definition> definition(
      String name, Symbol.Kind kind, LoadedModule module) {
    return Symbol.definition(module.module(), name, kind)
        .map(export -> new Definition(module, export));
  }
}

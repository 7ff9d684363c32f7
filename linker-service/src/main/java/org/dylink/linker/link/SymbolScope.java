package org.dylink.linker.link;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import org.dylink.linker.Symbol;

/** Where symbols are searched: all libraries in load order, the first definition wins (ELF). */
final class SymbolScope {
  private final List<LoadedModule> modules;

  SymbolScope(List<LoadedModule> modules) {
    this.modules = modules;
  }

  List<LoadedModule> modules() {
    return modules;
  }

  /**
   * Finds a definition. As in ELF, a weak one is as good as another: the first in order counts.
   *
   * @param requester who asks; it alone sees its hidden symbols. Null for the program itself
   */
  Optional<Definition> find(String name, Symbol.Kind kind, LoadedModule requester) {
    return modules.stream()
        .flatMap(module -> definition(name, kind, module).stream())
        .filter(found -> found.module() == requester || !found.flags().isHidden())
        .findFirst();
  }

  /** The names of the searched libraries, for messages. */
  String searched() {
    return modules.stream().map(LoadedModule::name).collect(joining(", "));
  }

  private static Optional<Definition> definition(
      String name, Symbol.Kind kind, LoadedModule module) {
    return module
        .module()
        .export(name)
        .filter(export -> Symbol.kindOf(export).filter(kind::equals).isPresent())
        .map(export -> new Definition(module, export));
  }
}

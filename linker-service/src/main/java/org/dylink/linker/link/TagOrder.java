package org.dylink.linker.link;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;

/**
 * The order of instantiation. Functions and addresses are bound late, but a tag must be there when
 * its importer is instantiated: so whoever exports a tag comes first.
 */
final class TagOrder {
  private TagOrder() {}

  /**
   * Orders libraries, in load order as far as their tags allow it.
   *
   * @param early modules that are instantiated before all of them
   * @throws LinkException UNSUPPORTED if a tag cannot be there in time
   */
  static List<LoadedModule> of(List<LoadedModule> early, List<LoadedModule> libraries)
      throws LinkException {
    List<LoadedModule> order = DepthFirst.postOrder(libraries, TagOrder::providers);
    check(early, order);
    return order;
  }

  /**
   * Refuses a library that brings a tag for which others, which are running, have the linker's:
   * what it throws they would not catch.
   *
   * @throws LinkException UNSUPPORTED
   */
  static void checkLate(List<LoadedModule> running, List<LoadedModule> fresh) throws LinkException {
    SymbolScope late = new SymbolScope(fresh);
    for (LoadedModule module : running) {
      for (Import tag : tagImports(module)) {
        Optional<Definition> found = late.find(tag.name(), Symbol.Kind.TAG, null);
        if (found.isPresent() && provider(module, tag).isEmpty()) {
          throw tooLate(module, tag, found.get().module());
        }
      }
    }
  }

  private static List<LoadedModule> providers(LoadedModule module) {
    return tagImports(module).stream().flatMap(tag -> provider(module, tag).stream()).toList();
  }

  private static void check(List<LoadedModule> early, List<LoadedModule> order)
      throws LinkException {
    Set<LoadedModule> missing = identitySet();
    missing.addAll(early);
    missing.addAll(order);
    for (List<LoadedModule> modules : List.of(early, order)) {
      for (LoadedModule module : modules) {
        missing.remove(module);
        for (Import tag : tagImports(module)) {
          Optional<LoadedModule> late = provider(module, tag).filter(missing::contains);
          if (late.isPresent()) {
            throw tooLate(module, tag, late.get());
          }
        }
      }
    }
  }

  private static LinkException tooLate(LoadedModule module, Import tag, LoadedModule provider) {
    String message =
        String.format(
            "%s: import %s: the tag's library %s must come before this module, and cannot",
            module, tag.qualifiedName(), provider);
    return new LinkException(
        List.of(new Problem(Reason.UNSUPPORTED, module.name(), tag.name(), module.name(), message)),
        null);
  }

  private static List<Import> tagImports(LoadedModule module) {
    return module.module().imports().stream()
        .filter(i -> i.module().equals(AbiNames.ENV) && i.type() instanceof TagType)
        .toList();
  }

  private static Optional<LoadedModule> provider(LoadedModule module, Import tag) {
    return module.scope().find(tag.name(), Symbol.Kind.TAG, module).map(Definition::module);
  }

  private static Set<LoadedModule> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}

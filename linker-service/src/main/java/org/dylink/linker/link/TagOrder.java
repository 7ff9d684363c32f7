package org.dylink.linker.link;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
  /** An import of a tag from C, and what it is bound to. */
  private record Use(LoadedModule user, Import tag, Bound bound) {
    Optional<LoadedModule> provider() {
      return bound instanceof Definition found ? Optional.of(found.module()) : Optional.empty();
    }

    LinkException tooLate(LoadedModule provider) {
      String message =
          String.format(
              "%s: import %s: the tag's library %s must come before this module, and cannot",
              user, tag.qualifiedName(), provider);
      String name = user.name();
      return new LinkException(
          List.of(new Problem(Reason.UNSUPPORTED, name, tag.name(), name, message)), null);
    }
  }

  private final Resolution resolution;

  private TagOrder(Resolution resolution) {
    this.resolution = resolution;
  }

  /**
   * Orders libraries, in load order as far as their tags allow it.
   *
   * @param early modules that are instantiated before all of them
   * @throws LinkException UNSUPPORTED if a tag cannot be there in time
   */
  static List<LoadedModule> of(
      List<LoadedModule> early, List<LoadedModule> libraries, Resolution resolution)
      throws LinkException {
    TagOrder tags = new TagOrder(resolution);
    List<LoadedModule> order = DepthFirst.postOrder(libraries, tags::providers);
    tags.check(early, order);
    return order;
  }

  /**
   * Refuses a library that brings a tag for which others, which are running, have the linker's:
   * what it throws they would not catch.
   *
   * @param resolution of those that are running
   * @throws LinkException UNSUPPORTED
   */
  static void checkLate(List<LoadedModule> running, Resolution resolution, List<LoadedModule> fresh)
      throws LinkException {
    SymbolScope late = new SymbolScope(fresh);
    TagOrder tags = new TagOrder(resolution);
    for (LoadedModule module : running) {
      for (Use use : tags.uses(module).filter(use -> use.bound() == Bound.Own.TAG).toList()) {
        Optional<Definition> found = Resolver.lookup(use.tag().name(), late, Symbol.Kind.TAG);
        if (found.isPresent()) {
          throw use.tooLate(found.get().module());
        }
      }
    }
  }

  private List<LoadedModule> providers(LoadedModule module) {
    return uses(module).flatMap(use -> use.provider().stream()).toList();
  }

  private void check(List<LoadedModule> early, List<LoadedModule> order) throws LinkException {
    Set<LoadedModule> missing = Collections.newSetFromMap(new IdentityHashMap<>());
    missing.addAll(early);
    missing.addAll(order);
    for (LoadedModule module : Stream.concat(early.stream(), order.stream()).toList()) {
      missing.remove(module);
      for (Use use : uses(module).toList()) {
        Optional<LoadedModule> late = use.provider().filter(missing::contains);
        if (late.isPresent()) {
          throw use.tooLate(late.get());
        }
      }
    }
  }

  private Stream<Use> uses(LoadedModule user) {
    return resolution
        .map(user, (entry, bound) -> new Use(user, entry, bound))
        .filter(use -> use.tag().module().equals(AbiNames.ENV))
        .filter(use -> use.tag().type() instanceof TagType);
  }
}

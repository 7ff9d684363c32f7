package org.dylink.linker.link.resolve;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.DepthFirst;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;

/**
 * The order of instantiation. Functions and addresses are bound late, but a tag must be there when
 * its importer is instantiated: so whoever exports a tag comes first.
 */
public final class TagOrder {
  /** An import of a tag from C, and what it is bound to. */
  private record Use(Place user, Import tag, Bound bound) {
    Optional<Place> provider() {
      return bound instanceof Definition found ? Optional.of(found.place()) : Optional.empty();
    }

    LinkException tooLate(Place provider) {
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
  public static List<Place> of(List<Place> early, List<Place> libraries, Resolution resolution)
      throws LinkException {
    TagOrder tags = new TagOrder(resolution);
    List<Place> order = DepthFirst.postOrder(libraries, tags::providers);
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
  public static void checkLate(List<Place> running, Resolution resolution, List<Place> fresh)
      throws LinkException {
    SymbolScope late = new SymbolScope(fresh);
    TagOrder tags = new TagOrder(resolution);
    for (Place place : running) {
      for (Use use : tags.uses(place).filter(use -> use.bound() == Bound.Own.TAG).toList()) {
        Optional<Definition> found = Resolver.lookup(use.tag().name(), late, Symbol.Kind.TAG);
        if (found.isPresent()) {
          throw use.tooLate(found.get().place());
        }
      }
    }
  }

  private List<Place> providers(Place place) {
    return uses(place).flatMap(use -> use.provider().stream()).toList();
  }

  private void check(List<Place> early, List<Place> order) throws LinkException {
    Set<Place> missing = Collections.newSetFromMap(new IdentityHashMap<>());
    missing.addAll(early);
    missing.addAll(order);
    for (Place place : Stream.concat(early.stream(), order.stream()).toList()) {
      missing.remove(place);
      for (Use use : uses(place).toList()) {
        Optional<Place> late = use.provider().filter(missing::contains);
        if (late.isPresent()) {
          throw use.tooLate(late.get());
        }
      }
    }
  }

  private Stream<Use> uses(Place user) {
    List<Import> imports = user.module().imports();
    List<Bound> bounds = resolution.of(user);
    return IntStream.range(0, bounds.size())
        .filter(i -> imports.get(i).type() instanceof TagType)
        .filter(i -> imports.get(i).module().equals(AbiNames.ENV))
        .mapToObj(i -> new Use(user, imports.get(i), bounds.get(i)));
  }
}

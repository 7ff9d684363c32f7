package org.dylink.linker.link.resolve;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dylink.format.Import;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.link.parts.Place;

/**
 * What every import of every library is bound to, and what is wrong with it. A value: whoever wants
 * to know who is bound to whom reads it, and two of them can be compared. Threads may share it.
 */
public final class Resolution {
  public static final Resolution NONE = new Resolution(Map.of(), List.of());

  /** Computes anew what one import is bound to. */
  interface Revision {
    Bound of(Place user, Import entry, Bound bound);
  }

  private final Map<Place, List<Bound>> bounds; // in the order of each module's imports
  private final List<Problem> problems;

  /**
   * @param bounds not changed any more
   */
  Resolution(Map<Place, List<Bound>> bounds, List<Problem> problems) {
    this.bounds = bounds;
    this.problems = List.copyOf(problems);
  }

  /** What a module's imports are bound to, in their order; empty for one that is not in it. */
  public List<Bound> of(Place user) {
    return bounds.getOrDefault(user, List.of());
  }

  /** Goes through a module's imports. */
  public <T> Stream<T> map(Place user, BiFunction<Import, Bound, T> each) {
    List<Bound> all = of(user);
    List<Import> imports = user.module().imports();
    return IntStream.range(0, all.size()).mapToObj(i -> each.apply(imports.get(i), all.get(i)));
  }

  /** Goes through a module's imports, for their own sake. */
  public void forEach(Place user, BiConsumer<Import, Bound> each) {
    List<Bound> all = of(user);
    List<Import> imports = user.module().imports();
    for (int i = 0; i < all.size(); i++) {
      each.accept(imports.get(i), all.get(i));
    }
  }

  /** The libraries that a module is bound to, and cannot do without; some of them several times. */
  public Stream<Place> definers(Place user) {
    return of(user).stream()
        .filter(Definition.class::isInstance)
        .map(bound -> ((Definition) bound).place());
  }

  /** What cannot be bound. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * The check of a link.
   *
   * @throws LinkException with all problems
   */
  public Resolution withoutProblems() throws LinkException {
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
    return this;
  }

  /** This one, with what was resolved later. */
  public Resolution and(Resolution more) {
    Map<Place, List<Bound>> all = new LinkedHashMap<>(bounds);
    all.putAll(more.bounds);
    return new Resolution(all, Stream.of(problems, more.problems).flatMap(List::stream).toList());
  }

  /** This one, with what the imports of another library in a place are bound to. */
  public Resolution replaced(Place user, List<Bound> others) {
    Map<Place, List<Bound>> all = new LinkedHashMap<>(bounds);
    all.put(user, others);
    return new Resolution(all, problems);
  }

  /** The users of a library's symbols, with what they use of it; itself left out. */
  public Map<Place, Set<Definition>> usersOf(Place definer) {
    Map<Place, Set<Definition>> users = new LinkedHashMap<>();
    bounds.forEach(
        (user, all) -> {
          if (user != definer) {
            all.forEach(bound -> addUse(users, user, bound, definer));
          }
        });
    return users;
  }

  private static void addUse(
      Map<Place, Set<Definition>> users, Place user, Bound bound, Place definer) {
    Bound meant = bound instanceof Bound.Undefined open ? open.later() : bound;
    if (meant instanceof Definition found && found.place() == definer) {
      users.computeIfAbsent(user, key -> new LinkedHashSet<>()).add(found);
    }
  }

  /** This one, without what some libraries import. */
  public Resolution without(Set<Place> gone) {
    Map<Place, List<Bound>> all = new LinkedHashMap<>(bounds);
    all.keySet().removeAll(gone);
    return new Resolution(all, problems);
  }

  /** This one, with some imports bound to something else; lists that stay are shared. */
  Resolution revised(Revision revision) {
    Map<Place, List<Bound>> all = new LinkedHashMap<>();
    bounds.forEach((user, old) -> all.put(user, revised(user, old, revision)));
    return new Resolution(all, problems);
  }

  /** Finds the host's function for a program that has the same libraries as another one. */
  @FunctionalInterface
  public interface HostSearch {
    /** What an import of a library means, that was bound so. */
    Bound find(Place user, Import entry, Bound.Host before);
  }

  /**
   * The same between other places, of the same libraries. What an import is bound to there is found
   * when somebody asks: of most nobody does.
   *
   * @param places by those in this one; has all of them
   */
  public Resolution moved(Map<Place, Place> places, HostSearch hosts) {
    Map<Place, List<Bound>> all = new LinkedHashMap<>();
    bounds.forEach(
        (from, own) -> {
          Place user = places.get(from);
          all.put(user, new MovedBounds(own, user, places, hosts));
        });
    return new Resolution(all, problems);
  }

  /** This one, with all found that was to be found when somebody asks. */
  public Resolution inFull() {
    Map<Place, List<Bound>> all = new LinkedHashMap<>();
    bounds.forEach((user, own) -> all.put(user, List.copyOf(own)));
    return new Resolution(all, problems);
  }

  private List<Bound> revised(Place user, List<Bound> old, Revision revision) {
    List<Bound> now = map(user, (entry, bound) -> revision.of(user, entry, bound)).toList();
    return now.equals(old) ? old : now;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Resolution that
        && bounds.equals(that.bounds)
        && problems.equals(that.problems);
  }

  @Override
  public int hashCode() {
    return new HashMap<>(bounds).hashCode() + problems.hashCode();
  }
}

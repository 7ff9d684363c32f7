package org.dylink.linker.link.parts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Walks a graph of libraries without recursion: how deep it is, files decide, and they may be meant
 * to exhaust Java's stack.
 */
public final class DepthFirst {
  private record Visit(Place place, Iterator<Place> left) {}

  private final Function<Place, ? extends Collection<Place>> next;
  private final Set<Place> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Place> order = new ArrayList<>();
  private final Deque<Visit> path = new ArrayDeque<>();

  private DepthFirst(Function<Place, ? extends Collection<Place>> next) {
    this.next = next;
  }

  /**
   * Orders libraries so that each comes behind those it leads to. One that is met again on the way
   * down closes a cycle and waits.
   *
   * @param modules where to start, in this order; what is not among them is not visited
   * @param next what a library leads to
   */
  public static List<Place> postOrder(
      List<Place> modules, Function<Place, ? extends Collection<Place>> next) {
    DepthFirst walk = new DepthFirst(next);
    walk.waiting.addAll(modules);
    modules.forEach(walk::walkFrom);
    return walk.order;
  }

  /**
   * The order of constructors: what a library needs comes before it; one that is met again on the
   * way down closes a cycle and waits. What is not among the places has been constructed before.
   */
  public static List<Place> dependenciesFirst(List<Place> places) {
    return postOrder(places, Place::dependencies);
  }

  private void walkFrom(Place start) {
    enter(start);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.left().hasNext()) {
        enter(visit.left().next());
      } else {
        order.add(path.pop().place());
      }
    }
  }

  private void enter(Place place) {
    if (waiting.remove(place)) {
      path.push(new Visit(place, List.<Place>copyOf(next.apply(place)).iterator()));
    }
  }
}

package org.dylink.linker.link;

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
final class DepthFirst {
  private record Visit(LoadedModule module, Iterator<LoadedModule> left) {}

  private final Function<LoadedModule, ? extends Collection<LoadedModule>> next;
  private final Set<LoadedModule> waiting = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<LoadedModule> order = new ArrayList<>();
  private final Deque<Visit> path = new ArrayDeque<>();

  private DepthFirst(Function<LoadedModule, ? extends Collection<LoadedModule>> next) {
    this.next = next;
  }

  /**
   * Orders libraries so that each comes behind those it leads to. One that is met again on the way
   * down closes a cycle and waits.
   *
   * @param modules where to start, in this order; what is not among them is not visited
   * @param next what a library leads to
   */
  static List<LoadedModule> postOrder(
      List<LoadedModule> modules, Function<LoadedModule, ? extends Collection<LoadedModule>> next) {
    DepthFirst walk = new DepthFirst(next);
    walk.waiting.addAll(modules);
    modules.forEach(walk::walkFrom);
    return walk.order;
  }

  private void walkFrom(LoadedModule start) {
    enter(start);
    while (!path.isEmpty()) {
      Visit visit = path.peek();
      if (visit.left().hasNext()) {
        enter(visit.left().next());
      } else {
        order.add(path.pop().module());
      }
    }
  }

  private void enter(LoadedModule module) {
    if (waiting.remove(module)) {
      path.push(new Visit(module, List.<LoadedModule>copyOf(next.apply(module)).iterator()));
    }
  }
}

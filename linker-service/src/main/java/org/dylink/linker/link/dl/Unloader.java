package org.dylink.linker.link.dl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.bind.TrapFunction;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.DepthFirst;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThread;

/** Takes libraries out of a program: exit functions first, then symbols, then memory and slots. */
final class Unloader {
  private final ProgramImage image;
  private final ExitFunctions exits;
  private boolean unloading;

  Unloader(ProgramImage image, ExitFunctions exits) {
    this.image = image;
    this.exits = exits;
  }

  /**
   * Unloads what neither the program's start nor an open handle nor another library holds. An exit
   * function may close libraries too: those are unloaded when it and its library are done.
   */
  void unloadUnused() {
    if (unloading) {
      return;
    }
    unloading = true;
    try {
      for (List<Place> next = unused(); !next.isEmpty(); next = unused()) {
        unload(next);
      }
    } finally {
      unloading = false;
    }
  }

  /**
   * Refuses to unload what another thread executes, or has thread-local objects of: its code would
   * go on over memory that is given to others, and only that thread can destroy them.
   *
   * @throws LinkException FORBIDDEN
   */
  void checkLeft() throws LinkException {
    if (!image.threads().areShared() || unloading) {
      return;
    }
    for (Place place : unused()) {
      checkLeft(place, image.threads().executing(place), "is executing in it");
      checkLeft(place, image.threads().leaving(place), "has thread-local objects of it to destroy");
    }
  }

  private static void checkLeft(Place place, Optional<GuestThread> other, String why)
      throws LinkException {
    if (other.isPresent()) {
      String detail = "cannot close: " + other.get() + " " + why;
      throw LinkException.of(Reason.FORBIDDEN, place.name(), detail, null);
    }
  }

  /** Takes out, without calling them, libraries that could not be opened. */
  void rollBack(List<Place> failed) {
    forget(failed);
    for (Place place : failed) {
      image.space().rollBack(place);
      image.request().trace().step(place.name(), "not opened");
    }
    failed.forEach(image.hosts()::release);
  }

  private void unload(List<Place> unused) {
    List<Place> lastConstructedFirst = new ArrayList<>(DepthFirst.dependenciesFirst(unused));
    Collections.reverse(lastConstructedFirst);
    // Nobody must be bound to them from here on; what an exit function opens could be.
    unused.forEach(place -> place.occupant().enter(LinkState.CLOSING));
    image.global().removeAll(new HashSet<>(unused));
    try {
      // All of them before anything is taken away: an exit function may use another library.
      lastConstructedFirst.forEach(exits::run);
    } finally {
      forget(unused);
      for (Place place : unused) {
        image.space().release(place, function -> stale(place, function));
        image.request().trace().step(place.name(), "unloaded");
      }
    }
    // Last: one that fails to close does not keep a library loaded.
    unused.forEach(image.hosts()::release);
  }

  private void forget(List<Place> gone) {
    image.forget(gone);
    gone.forEach(exits::forget);
  }

  private Function stale(Place place, Function gone) {
    String message = place + ": function " + gone.name() + " called after it was unloaded";
    return TrapFunction.create(
        image.engine(), gone.name(), gone.type(), TrapKind.UNINITIALIZED_ELEMENT, message);
  }

  private List<Place> unused() {
    Set<Place> used = identitySet();
    Deque<Place> next = new ArrayDeque<>();
    image.places().stream().filter(place -> place.use().isHeld()).forEach(next::add);
    // No recursion: how long the chains are, files decide.
    while (!next.isEmpty()) {
      Place place = next.remove();
      if (used.add(place)) {
        next.addAll(place.dependencies());
        image.resolution().definers(place).forEach(next::add);
        image.binder().callers().calledBy(place).forEach(next::add);
      }
    }
    return image.places().stream().filter(place -> !used.contains(place)).toList();
  }

  private static Set<Place> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}

package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.dylink.engine.Function;
import org.dylink.engine.TrapKind;

/** Takes libraries out of a program: exit functions first, then symbols, then memory and slots. */
final class Unloader {
  private final ProgramImage image;
  private final ExitFunctions exits;
  private final Set<LoadedModule> closing = identitySet();
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
      for (List<LoadedModule> next = unused(); !next.isEmpty(); next = unused()) {
        unload(next);
      }
    } finally {
      unloading = false;
    }
  }

  /** Whether a library's exit functions are running or have run: nobody can use it any more. */
  boolean isClosing(LoadedModule module) {
    return closing.contains(module);
  }

  /** Takes out, without calling them, libraries that could not be opened. */
  void rollBack(List<LoadedModule> failed) {
    forget(failed);
    for (LoadedModule module : failed) {
      image.space().rollBack(module);
      image.request().trace().step(module.name(), "not opened");
    }
    failed.forEach(image.hosts()::release);
  }

  private void unload(List<LoadedModule> unused) {
    List<LoadedModule> lastConstructedFirst =
        new ArrayList<>(Initializer.dependenciesFirst(unused));
    Collections.reverse(lastConstructedFirst);
    // Nobody must be bound to them from here on; what an exit function opens could be.
    closing.addAll(unused);
    image.global().removeAll(unused);
    try {
      // All of them before anything is taken away: an exit function may use another library.
      lastConstructedFirst.forEach(exits::run);
    } finally {
      forget(unused);
      for (LoadedModule module : unused) {
        image.space().release(module, function -> stale(module, function));
        image.request().trace().step(module.name(), "unloaded");
      }
      closing.removeAll(unused);
    }
    // Last: one that fails to close does not keep a library loaded.
    unused.forEach(image.hosts()::release);
  }

  private void forget(List<LoadedModule> gone) {
    Set<LoadedModule> all = identitySet();
    all.addAll(gone);
    image.modules().removeAll(gone);
    image.global().removeAll(gone);
    image.modules().forEach(module -> module.scope().forget(all));
    image.forgetResolved(all);
    gone.forEach(exits::forget);
  }

  private Function stale(LoadedModule module, Function gone) {
    String message = module + ": function " + gone.name() + " called after it was unloaded";
    return TrapFunction.create(
        image.engine(), gone.name(), gone.type(), TrapKind.UNINITIALIZED_ELEMENT, message);
  }

  private List<LoadedModule> unused() {
    Set<LoadedModule> used = identitySet();
    image.modules().stream().filter(m -> m.use().isHeld()).forEach(m -> mark(m, used));
    return image.modules().stream().filter(module -> !used.contains(module)).toList();
  }

  private void mark(LoadedModule module, Set<LoadedModule> used) {
    if (used.add(module)) {
      module.dependencies().forEach(dependency -> mark(dependency, used));
      image.resolution().definers(module).forEach(definer -> mark(definer, used));
      image.binder().callers().calledBy(module).forEach(called -> mark(called, used));
    }
  }

  private static Set<LoadedModule> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}

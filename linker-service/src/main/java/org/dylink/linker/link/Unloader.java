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

  Unloader(ProgramImage image, ExitFunctions exits) {
    this.image = image;
    this.exits = exits;
  }

  /** Unloads what neither the program's start nor an open handle nor another library holds. */
  void unloadUnused() {
    Set<LoadedModule> used = used();
    List<LoadedModule> unused =
        image.modules().stream().filter(module -> !used.contains(module)).toList();
    List<LoadedModule> lastConstructedFirst =
        new ArrayList<>(Initializer.dependenciesFirst(unused));
    Collections.reverse(lastConstructedFirst);
    // All of them before anything is taken away: an exit function may use another library.
    lastConstructedFirst.forEach(exits::run);
    remove(unused);
  }

  /** Takes libraries out without calling them. */
  void remove(List<LoadedModule> gone) {
    Set<LoadedModule> all = identitySet();
    all.addAll(gone);
    image.binder().forget(all);
    image.modules().removeAll(gone);
    image.global().removeAll(gone);
    for (LoadedModule module : gone) {
      exits.forget(module);
      image.space().release(module, function -> stale(module, function));
      image.request().trace().step(module.name(), "unloaded");
    }
  }

  private Function stale(LoadedModule module, Function gone) {
    String message = module + ": function " + gone.name() + " called after it was unloaded";
    return TrapFunction.create(
        image.engine(), gone.name(), gone.type(), TrapKind.UNINITIALIZED_ELEMENT, message);
  }

  private Set<LoadedModule> used() {
    Set<LoadedModule> used = identitySet();
    image.modules().stream().filter(m -> m.use().isHeld()).forEach(m -> mark(m, used));
    return used;
  }

  private static void mark(LoadedModule module, Set<LoadedModule> used) {
    if (used.add(module)) {
      module.dependencies().forEach(dependency -> mark(dependency, used));
      module.boundTo().forEach(definer -> mark(definer, used));
    }
  }

  private static Set<LoadedModule> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}

package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * What a program goes back to when a library cannot be opened. Its constructors may have opened
 * others, made them global, or counted handles before one of them trapped.
 */
final class OpenCheckpoint {
  private final ProgramImage image;
  private final IdentityHashMap<LoadedModule, ModuleUse.Mark> uses = new IdentityHashMap<>();
  private final List<LoadedModule> global;

  OpenCheckpoint(ProgramImage image) {
    this.image = image;
    image.modules().forEach(module -> uses.put(module, module.use().mark()));
    this.global = List.copyOf(image.global());
  }

  /**
   * Goes back.
   *
   * @param placed libraries that have regions and may not be in the link map yet
   */
  void restore(Unloader unloader, List<LoadedModule> placed) {
    List<LoadedModule> failed = new ArrayList<>(image.modules());
    placed.stream().filter(module -> !failed.contains(module)).forEach(failed::add);
    failed.removeIf(uses::containsKey);
    image.global().retainAll(global);
    unloader.rollBack(failed);
    uses.forEach((module, mark) -> module.use().goBackTo(mark));
  }
}

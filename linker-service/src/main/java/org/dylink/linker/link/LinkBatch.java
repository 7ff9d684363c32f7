package org.dylink.linker.link;

import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkTrace;

/** Libraries that come into a program together: at its start, or by one dlopen. */
final class LinkBatch {
  private final ProgramImage image;
  private final List<LoadedModule> modules;
  private final LinkTrace trace;

  LinkBatch(ProgramImage image, List<LoadedModule> modules) {
    this.image = image;
    this.modules = modules;
    this.trace = image.request().trace();
    modules.forEach(m -> trace.step(m.name(), "loaded: " + m.library().origin()));
  }

  /** Whether everything can be bound; nothing is compiled or changed yet. */
  void check(boolean bindNow) throws LinkException {
    new ImportChecker(modules, image.hosts(), image.plain(), bindNow).check();
  }

  void compile() throws LinkException {
    for (LoadedModule module : modules) {
      compile(module);
    }
  }

  void compile(LoadedModule module) throws LinkException {
    ModuleCache cache = image.context().modules();
    try {
      module.setCompiled(cache.compile(image.engine(), module.module()));
      trace.step(module.name(), "compiled");
    } catch (InvalidModuleException e) {
      Problem problem = new Problem(Reason.MALFORMED, module.name(), "", "", e.getMessage());
      throw new LinkException(List.of(problem), e);
    }
  }

  /** Binds a module's imports. */
  void instantiate(LoadedModule module, InstanceLimits limits) throws LinkException {
    try {
      module.setInstance(module.compiled().instantiate(image.binder().bind(module), limits));
    } catch (EngineLimitException e) {
      throw LinkException.of(Reason.NO_SPACE, module.name(), e.getMessage(), e);
    }
    trace.step(module.name(), "placed: data " + module.data() + ", slots " + module.slots());
  }

  /** Makes instances work: binds, starts, relocates all of them, and only then constructs. */
  void initialize() throws LinkException {
    SymbolBinder binder = image.binder();
    binder.bindSlots();
    for (LoadedModule module : modules) {
      // A main with its own memory had to be started before others could be placed in it.
      if (module.isPositionIndependent()) {
        Initializer.start(module);
      }
    }
    modules.forEach(module -> image.space().noteAddresses(module.slots()));
    binder.fillOffsets();
    modules.forEach(module -> trace.step(module.name(), "bound"));
    Initializer initializer = new Initializer(modules, trace);
    initializer.applyRelocations();
    initializer.runConstructors();
  }

  /** Refuses libraries that only a program's main may be. */
  static void checkShared(List<LoadedModule> libraries) throws LinkException {
    for (LoadedModule library : libraries) {
      if (library.module().dylink().isEmpty()) {
        String detail = "not a shared library: has no dylink.0 section (" + library.chain() + ")";
        throw LinkException.of(Reason.UNSUPPORTED, library.name(), detail, null);
      }
    }
  }
}

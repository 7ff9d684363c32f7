package org.dylink.linker.link;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkTrace;

/** Libraries that come into a program together: at its start, or by one dlopen. */
final class LinkBatch {
  private static final FunctionType ENTRY = new FunctionType(List.of(), List.of());

  private final ProgramImage image;
  private final List<LoadedModule> modules;
  private final LinkTrace trace;

  LinkBatch(ProgramImage image, List<LoadedModule> modules) {
    this.image = image;
    this.modules = modules;
    this.trace = image.request().trace();
    modules.forEach(m -> trace.step(m.name(), "loaded: " + m.library().origin()));
  }

  /** In load order. */
  List<LoadedModule> modules() {
    return modules;
  }

  /** What everything is to be bound to; nothing is compiled or changed yet. */
  Resolution resolve(boolean bindNow) throws LinkException {
    checkStartFunctions();
    checkEntryPoints(modules);
    return Resolver.of(modules, image.outside(), bindNow).withoutProblems();
  }

  /** The same for a program's start, which has plain modules too. */
  Resolution resolveAll(boolean bindNow) throws LinkException {
    checkStartFunctions();
    checkEntryPoints(modules);
    checkEntryPoints(image.plain().inOrder());
    return Resolver.atStart(modules, image.outside(), image.plain(), bindNow).withoutProblems();
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
      throw problem(e.isUnsupported() ? Reason.UNSUPPORTED : Reason.MALFORMED, module, e);
    }
  }

  /** For messages of the engine's, which name the module themselves. */
  private static LinkException problem(Reason reason, LoadedModule module, Exception cause) {
    Problem problem = new Problem(reason, module.name(), "", "", cause.getMessage());
    return new LinkException(List.of(problem), cause);
  }

  /** Binds a module's imports. */
  void instantiate(LoadedModule module, InstanceLimits limits) throws LinkException {
    try {
      module.setInstance(module.compiled().instantiate(imports(module), limits));
    } catch (EngineLimitException e) {
      throw problem(Reason.NO_SPACE, module, e);
    } catch (IllegalArgumentException e) {
      // What can be told before has been told; limits and globals only the engine compares.
      throw problem(Reason.TYPE_MISMATCH, module, e);
    }
    image.loader().instantiated(module);
    trace.step(module.name(), "placed: data " + module.data() + ", slots " + module.slots());
  }

  private List<Extern> imports(LoadedModule module) {
    return image.binder().bind(module, image.resolution());
  }

  /** Makes instances work: binds, starts, relocates all of them, and only then constructs. */
  void initialize() throws LinkException {
    SymbolBinder binder = image.binder();
    binder.bindSlots();
    for (LoadedModule module : modules) {
      // Of a main with its own memory that had to be before others could be placed in it.
      if (module != image.main() || module.isPositionIndependent()) {
        Initializer.copySegments(module);
      }
    }
    // Start functions may look at addresses, and may put functions into the table themselves.
    modules.forEach(module -> image.space().noteAddresses(module));
    binder.fillOffsets();
    for (LoadedModule module : modules) {
      Initializer.start(module, image.stack());
    }
    modules.forEach(module -> image.space().noteAddresses(module));
    binder.settleOffsets();
    ProgramBindings bindings = new ProgramBindings(image);
    modules.forEach(module -> bindings.tell(module, trace));
    modules.forEach(module -> trace.step(module.name(), "bound"));
    Initializer initializer = new Initializer(image.main(), modules, image.stack(), trace);
    initializer.applyRelocations();
    initializer.runConstructors();
  }

  /** wasm-ld 14 had relocations as start function, which is called before addresses are known. */
  private void checkStartFunctions() throws LinkException {
    for (LoadedModule module : modules) {
      OptionalInt start = module.module().startFunction();
      if (start.isPresent() && isRelocation(module.module(), start.getAsInt())) {
        String detail =
            "start function is __wasm_apply_data_relocs, which would run before addresses are"
                + " known: link it with wasm-ld 15 or newer";
        throw LinkException.of(Reason.UNSUPPORTED, module.name(), detail, null);
      }
    }
  }

  /** What the linker calls by name must take nothing and give nothing. */
  private static void checkEntryPoints(Iterable<LoadedModule> modules) throws LinkException {
    for (LoadedModule module : modules) {
      for (String name : AbiNames.entryFunctions()) {
        Optional<ExternType> type = module.module().export(name).map(Export::type);
        if (type.isPresent() && type.get() instanceof FunctionType && !type.get().equals(ENTRY)) {
          String detail =
              "export "
                  + name
                  + ": signature mismatch: expected "
                  + ENTRY
                  + ", found "
                  + type.get();
          throw LinkException.of(Reason.TYPE_MISMATCH, module.name(), detail, null);
        }
      }
    }
  }

  private static boolean isRelocation(WasmModule module, int function) {
    return module.functionName(function).equals(AbiNames.APPLY_DATA_RELOCS)
        || module
            .export(AbiNames.APPLY_DATA_RELOCS)
            .filter(e -> e.type() instanceof FunctionType && e.index() == function)
            .isPresent();
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

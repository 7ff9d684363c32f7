package org.dylink.linker.link;

import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkTrace;

/**
 * Makes linked libraries ready: all data relocations first, because a constructor may read what
 * another library's relocations write; then constructors, dependencies first.
 */
final class Initializer {
  private final LoadedModule main;
  private final List<LoadedModule> modules;
  private final StackPointers stack;
  private final LinkTrace trace;

  Initializer(LoadedModule main, List<LoadedModule> modules, StackPointers stack, LinkTrace trace) {
    this.main = main;
    this.modules = modules;
    this.stack = stack;
    this.trace = trace;
  }

  void applyRelocations() throws LinkException {
    for (LoadedModule module : modules) {
      callIfExported(module, AbiNames.APPLY_DATA_RELOCS, "data relocations");
      callIfExported(module, AbiNames.APPLY_RELOCS, "data relocations");
    }
  }

  void runConstructors() throws LinkException {
    for (LoadedModule module : dependenciesFirst(modules)) {
      // A command's _start runs main's constructors itself, and they must not run twice.
      if (module != main || !module.exportsFunction(AbiNames.START)) {
        runConstructors(module);
      }
    }
  }

  /** A plain reactor must be initialised before it is called; there is nothing to relocate. */
  void initializePlain() throws LinkException {
    for (LoadedModule module : modules) {
      callIfExported(module, AbiNames.INITIALIZE, "constructors");
    }
  }

  /** Copies what the module format calls active segments; no guest code runs. */
  static void copySegments(LoadedModule module) throws LinkException {
    guard(module, "segments", StackPointers.NONE, module.instance()::initialize);
  }

  /** Runs what the module format calls the start function, after the segments are copied. */
  static void start(LoadedModule module, StackPointers stack) throws LinkException {
    guard(module, "start function", stack, module.instance()::start);
  }

  /**
   * The order of constructors: depth first; a library that is met again on the way down closes a
   * cycle and waits. What is not among the modules has been constructed before.
   */
  static List<LoadedModule> dependenciesFirst(List<LoadedModule> modules) {
    return DepthFirst.postOrder(modules, LoadedModule::dependencies);
  }

  private void runConstructors(LoadedModule module) throws LinkException {
    boolean isReactor = module.exportsFunction(AbiNames.INITIALIZE);
    if (isReactor && module.exportsFunction(AbiNames.CALL_CTORS)) {
      throw LinkException.of(
          Reason.MALFORMED,
          module.name(),
          "exports both _initialize and __wasm_call_ctors: its constructors would run twice",
          null);
    }
    if (isReactor) {
      callIfExported(module, AbiNames.INITIALIZE, "constructors");
    } else if (module.exportsFunction(AbiNames.CALL_CTORS)) {
      callIfExported(module, AbiNames.CALL_CTORS, "constructors");
    } else if (module.module().hasOldDylink()) {
      callIfExported(module, AbiNames.POST_INSTANTIATE, "constructors");
    }
  }

  private void callIfExported(LoadedModule module, String name, String what) throws LinkException {
    if (module.exportsFunction(name)) {
      Function function = module.function(name).orElseThrow();
      guard(module, what, stack, function::call);
      trace.step(module.name(), what + " run");
    }
  }

  private static void guard(LoadedModule module, String what, StackPointers stack, Runnable code)
      throws LinkException {
    try {
      stack.call(
          () -> {
            code.run();
            return null;
          });
    } catch (TrapException e) {
      if (e.kind() == TrapKind.STOPPED) {
        throw e;
      }
      String detail = what + " trapped: " + e.summary();
      throw LinkException.of(Reason.INIT_FAILED, module.name(), detail, e);
    }
  }
}

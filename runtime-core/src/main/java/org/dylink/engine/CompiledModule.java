package org.dylink.engine;

import java.util.List;
import org.dylink.format.WasmModule;

/** A validated module, ready to be instantiated. Immutable; programs and threads share it. */
public interface CompiledModule {
  /** What was compiled. */
  WasmModule module();

  /**
   * First step of instantiation: binds the imports. Functions, defined memories and defined tables
   * exist after it; no byte of memory and no table element has changed yet, and no code has run.
   *
   * @param imports one for each of {@code module().imports()}, in their order and of their types,
   *     all made by this module's engine
   * @param limits what the memories and tables that the module defines may grow to
   * @return an instance that waits for {@link Instance#start()}
   * @throws EngineLimitException if a memory or table that the module defines needs more than the
   *     limits, or than this engine can give
   * @throws IllegalArgumentException if an import is missing or of another type
   */
  Instance instantiate(List<? extends Extern> imports, InstanceLimits limits);

  /** Gives an instance the functions that it imports, when they are needed. */
  @FunctionalInterface
  interface LateFunctions {
    /**
     * The function of an import, of the type that the module names. Each is asked for once, in the
     * thread that calls it.
     *
     * @param index among the functions that are imported
     */
    Function at(int index);
  }

  /**
   * The same for a module of which most imported functions will never be called.
   *
   * @param others one for each import that is no function, in their order
   * @throws EngineLimitException as above
   * @throws IllegalArgumentException as above; what is wrong with a function, its first call says
   * @throws UnsupportedOperationException if the engine cannot restore instances
   */
  default Instance instantiate(
      List<? extends Extern> others, LateFunctions functions, InstanceLimits limits) {
    throw new UnsupportedOperationException("it restores no instances");
  }
}

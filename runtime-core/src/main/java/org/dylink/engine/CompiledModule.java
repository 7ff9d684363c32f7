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
}

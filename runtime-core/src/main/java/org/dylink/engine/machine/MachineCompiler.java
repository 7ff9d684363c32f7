package org.dylink.engine.machine;

import org.dylink.engine.InvalidModuleException;
import org.dylink.format.WasmModule;

/** Makes machine code of a module, for the platform that it was made for. Threads may share it. */
public interface MachineCompiler {
  /**
   * Validates and compiles all functions of a module.
   *
   * @throws InvalidModuleException if one is not valid, or needs what the compiler does not have
   * @throws CompilerFailedException if the compiler does not come to an end
   */
  MachineObject compile(WasmModule module) throws InvalidModuleException, CompilerFailedException;
}

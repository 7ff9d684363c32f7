package org.dylink.machine.objects;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineObject;
import org.dylink.format.WasmModule;

/** Where the code of modules comes from. Threads may share it. */
public interface ObjectSource {
  /**
   * Why there is no code for a module now.
   *
   * @return empty if there is
   */
  Optional<String> missing(WasmModule module);

  /** What {@link #missing} would return, but that nothing is made: only looked for. */
  default Optional<String> outlook(WasmModule module) {
    return missing(module);
  }

  /** What there is of a module's code, used or not, for whoever asks. */
  default List<CompiledForm> forms(WasmModule module) {
    return List.of();
  }

  /** Why code that is made cannot be kept; empty if it can, or if none is to be kept. */
  default Optional<String> problem() {
    return Optional.empty();
  }

  /**
   * The code of a module.
   *
   * @throws InvalidModuleException if it is not valid, or nothing is there
   */
  MachineObject get(WasmModule module) throws InvalidModuleException;

  /** Code that is made when it is asked for, and kept nowhere. */
  static ObjectSource compiling(MachineCompiler compiler) {
    return new ObjectSource() {
      @Override
      public Optional<String> missing(WasmModule module) {
        return Optional.empty();
      }

      @Override
      public MachineObject get(WasmModule module) throws InvalidModuleException {
        try {
          return compiler.compile(module);
        } catch (CompilerFailedException e) {
          throw InvalidModuleException.unsupported(module.name(), e.getMessage(), e);
        }
      }
    };
  }
}

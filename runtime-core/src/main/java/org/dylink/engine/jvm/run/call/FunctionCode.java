package org.dylink.engine.jvm.run.call;

import org.dylink.engine.jvm.run.memory.ModuleData;
import org.dylink.format.FunctionType;
import org.dylink.format.WasmModule;

/** The code of a module's functions, made when it is asked for. Threads may share it. */
public interface FunctionCode extends ModuleData {
  WasmModule module();

  /** How messages call the module. */
  String moduleName();

  /**
   * What the numbers of its functions' code are counted from; no other module has these numbers.
   */
  int firstCodeId();

  /** The call sites elsewhere that know its functions. */
  CodeUsers users();

  String functionName(int function);

  FunctionType type(int function);

  Signature signature(int function);

  /** What the module calls a tag: the import's name, or an export's, else its number. */
  String tagName(int tag);

  /** Why a function cannot be compiled; for one that was found to be so. */
  String refusal(int function);

  /** Whether a function is compiled, so that its entry costs nothing. */
  boolean isCompiled(int function);

  /** The entry of a function in an instance; compiles the function if that is not done. */
  EntryPoint newEntry(int function, InstanceState state, JvmFunction identity);

  /** Whether a method of this name is a function that the module defines, and not a part of it. */
  boolean isWhole(int function, String method);
}

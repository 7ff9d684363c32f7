package org.dylink.engine.jvm.run.call;

import org.dylink.format.FunctionType;

/** The code of a module's functions, made when it is asked for. Threads may share it. */
public interface FunctionCode extends ModuleFacts {
  /**
   * What the numbers of its functions' code are counted from; no other module has these numbers.
   */
  int firstCodeId();

  FunctionType type(int function);

  Signature signature(int function);

  /** Whether a function is compiled, so that its entry costs nothing. */
  boolean isCompiled(int function);

  /** The entry of a function in an instance; compiles the function if that is not done. */
  EntryPoint newEntry(int function, InstanceState state, JvmFunction identity);
}

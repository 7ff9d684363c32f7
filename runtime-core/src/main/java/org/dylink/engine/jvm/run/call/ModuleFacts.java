package org.dylink.engine.jvm.run.call;

import org.dylink.format.WasmModule;

/** What is known of a module's functions without an instance of it. Threads may share it. */
public interface ModuleFacts {
  WasmModule module();

  /** How messages call the module. */
  String moduleName();

  String functionName(int function);

  /** What the module calls a tag: the import's name, or an export's, else its number. */
  String tagName(int tag);

  /** Why a function cannot be compiled; for one that was found to be so. */
  String refusal(int function);

  /** Whether a method of this name is a function that the module defines, and not a part of it. */
  boolean isWhole(int function, String method);

  /** The call sites elsewhere that know its functions. */
  CodeUsers users();
}

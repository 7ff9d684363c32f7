package org.dylink.machine.ir;

import java.util.List;
import org.dylink.format.WasmModule;

/** Modules that have each instruction between them. */
public final class Instructions {
  public static final List<WasmModule> MODULES = modules(false);

  /** The same, over memories that threads share. */
  public static final List<WasmModule> SHARED = modules(true);

  private Instructions() {}

  private static List<WasmModule> modules(boolean shared) {
    return List.of(
        EveryInstruction.module(shared).build(), OtherInstructions.module(shared).build());
  }
}

package org.dylink.machine.ir;

import java.util.List;
import org.dylink.format.WasmModule;

/** Modules that have each instruction between them. */
public final class Instructions {
  public static final List<WasmModule> MODULES =
      List.of(EveryInstruction.module().build(), OtherInstructions.module().build());

  private Instructions() {}
}

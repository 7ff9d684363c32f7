package org.dylink.machine.programs;

import org.dylink.engine.Engine;
import org.dylink.linker.testing.FurtherEngine;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.run.NativeEngine;

/** Lets tests of programs run with machine code, which is made when a module is first loaded. */
public final class CompilingEngine implements FurtherEngine {
  private static final Engine ENGINE = new NativeEngine(TestObjects.of(new LlvmCompiler()));

  /** Made by the service loader. */
  public CompilingEngine() {}

  @Override
  public Engine engine() {
    return ENGINE;
  }
}

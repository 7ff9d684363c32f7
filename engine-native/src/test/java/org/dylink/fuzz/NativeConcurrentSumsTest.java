package org.dylink.fuzz;

import org.dylink.engine.Engine;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.machine.run.NativeEngine;

/** Nothing that two threads do by atomic instructions is lost in machine code. */
class NativeConcurrentSumsTest extends ConcurrentSumsTest {
  private static final Engine ENGINE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}

package org.dylink.machine.run;

import org.dylink.engine.Engine;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.EngineContract;

class NativeEngineTest extends EngineContract {
  private static final Engine ENGINE = new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}

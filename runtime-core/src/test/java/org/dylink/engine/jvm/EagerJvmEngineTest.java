package org.dylink.engine.jvm;

import org.dylink.engine.Engine;
import org.dylink.testing.EngineContract;

class EagerJvmEngineTest extends EngineContract {
  private static final Engine ENGINE = JvmEngine.verifyingAtOnce();

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}

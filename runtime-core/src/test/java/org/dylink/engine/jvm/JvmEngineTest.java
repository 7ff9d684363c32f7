package org.dylink.engine.jvm;

import org.dylink.engine.Engine;
import org.dylink.testing.EngineContract;

class JvmEngineTest extends EngineContract {
  private static final Engine ENGINE = new JvmEngine();

  @Override
  protected Engine engine() {
    return ENGINE;
  }

  @Override
  protected boolean validatesLazily() {
    return true;
  }
}

package org.dylink.engine.endive;

import org.dylink.engine.Engine;
import org.dylink.testing.EngineContract;

class CompilerEngineTest extends EngineContract {
  private static final Engine ENGINE = new CompilerEngine();

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}

package org.dylink.engine.endive;

import org.dylink.engine.Engine;
import org.dylink.testing.EngineContract;

class InterpreterEngineTest extends EngineContract {
  private static final Engine ENGINE = new InterpreterEngine();

  @Override
  protected Engine engine() {
    return ENGINE;
  }
}

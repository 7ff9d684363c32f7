package org.dylink.testing;

import org.dylink.engine.Engine;
import org.junit.jupiter.api.Nested;

/**
 * What every engine must do. A test class per engine extends it, so that all engines pass the same
 * tests.
 */
public abstract class EngineContract {
  /** The engine under test; one object serves all tests of a class. */
  protected abstract Engine engine();

  /** Whether it validates a function when that is called first, and not when it is compiled. */
  protected boolean validatesLazily() {
    return false;
  }

  @Nested
  class Instantiation extends InstantiationContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }

    @Override
    boolean validatesLazily() {
      return EngineContract.this.validatesLazily();
    }
  }

  @Nested
  class Functions extends FunctionContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Restoring extends RestoringContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class FunctionReferences extends FunctionReferenceContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Slots extends SlotContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Memories extends MemoryContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class SharedMemories extends SharedMemoryContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Atomics extends AtomicContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Tables extends TableContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Globals extends GlobalContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Tags extends TagContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Handlers extends HandlerContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class BorderThrows extends BorderThrowContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class ExceptionReferences extends ExceptionReferenceContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Traps extends TrapContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Controls extends ControlContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class TailCalls extends TailCallContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Imports extends ImportContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class State extends StateContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class TableInstructions extends TableInstructionContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }

  @Nested
  class Replacement extends ReplacementContract {
    @Override
    Engine engine() {
      return EngineContract.this.engine();
    }
  }
}

package org.dylink.engine.jvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.WasmModule;
import org.dylink.testing.DelegatingEngine;
import org.dylink.testing.EngineContract;
import org.junit.jupiter.api.AfterAll;

/** The contract, with modules whose classes have been compiled beforehand. */
class AheadOfTimeEngineTest extends EngineContract {
  private static final List<String> IGNORED = new CopyOnWriteArrayList<>();
  private static final Engine ENGINE =
      new CompilingBefore(JvmEngine.keepingNothing((store, reason) -> IGNORED.add(reason)));

  @Override
  protected Engine engine() {
    return ENGINE;
  }

  @AfterAll
  static void takesAllThatWasCompiled() {
    assertEquals(List.of(), IGNORED);
  }

  private static final class CompilingBefore extends DelegatingEngine {
    private CompilingBefore(Engine engine) {
      super(engine);
    }

    @Override
    public CompiledModule compile(WasmModule module) throws InvalidModuleException {
      try {
        byte[] classes = AheadOfTime.compile(module);
        return super.compile(module.with(kind -> Optional.of(new ByteArrayInputStream(classes))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package org.dylink.linker.testing;

import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.junit.jupiter.api.Named;

/** The engines that programs are linked with in tests. */
public final class Engines {
  private Engines() {}

  /** One of each kind. */
  public static Stream<Named<Engine>> all() {
    return Stream.<Engine>of(new InterpreterEngine(), new CompilerEngine())
        .map(engine -> Named.of(engine.name(), engine));
  }
}

package org.dylink.linker.testing;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.dylink.engine.Engine;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.junit.jupiter.api.Named;

/** The engines that programs are linked with in tests. */
public final class Engines {
  private static final List<Engine> OWN =
      List.of(new InterpreterEngine(), new CompilerEngine(), new JvmEngine());
  private static final List<Engine> FURTHER =
      ServiceLoader.load(FurtherEngine.class).stream().map(each -> each.get().engine()).toList();

  private Engines() {}

  /** Whether an engine looks at bodies when it compiles a module, and not when one is called. */
  public static boolean validatesAtOnce(Engine engine) {
    return !(engine instanceof JvmEngine);
  }

  /** One that can put other code behind functions. */
  public static Engine replacing() {
    return FURTHER.isEmpty() ? new JvmEngine() : FURTHER.get(0);
  }

  /** One whose instances can begin where others were. */
  public static Engine restoring() {
    return replacing();
  }

  /** One of each kind, the same ones each time. */
  public static Stream<Named<Engine>> all() {
    return (FURTHER.isEmpty() ? OWN : FURTHER)
        .stream().map(engine -> Named.of(engine.name(), engine));
  }
}

package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A framework that has run a thousand programs is as it was after the first ones. */
@FrameworkTest
class ThousandProgramsIT {
  private static final int PROGRAMS = 1_000;
  private static final int WARM_UP = 10;
  // The JVM makes some of its own, for method handles and reflection.
  private static final int FEW_CLASSES = 100;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @InjectService(filter = "(engine.name=jvm)")
  Engine compiler;

  @Test
  void leaveNothing() throws Exception {
    ForwardingEngine engine = new ForwardingEngine("counting", compiler);
    engine.register(context, 100);
    run(WARM_UP);
    FrameworkState.awaitThreads();
    FrameworkState before = FrameworkState.of(context);
    int classes = loadedClasses();

    run(PROGRAMS);

    before.assertUnchanged();
    assertEquals(List.of(), linker.programs());
    assertEquals(List.of("hello.wasm", "libc.so"), engine.compiled());
    int more = loadedClasses() - classes;
    assertTrue(more < FEW_CLASSES, () -> more + " more classes than before");
    assertEquals(0, engine.memoriesAlive());
  }

  private void run(int programs) throws Exception {
    String expected = expected("hello");
    for (int i = 0; i < programs; i++) {
      // With a limit, so that each has a thread that watches the time.
      assertEquals(
          expected,
          Programs.run(linker, "hello.wasm", request -> request.timeout(Duration.ofHours(1))));
    }
  }

  /** Collects what nobody uses until no more classes go. */
  private static int loadedClasses() {
    ClassLoadingMXBean bean = ManagementFactory.getClassLoadingMXBean();
    int before;
    do {
      before = bean.getLoadedClassCount();
      System.gc();
    } while (bean.getLoadedClassCount() < before);
    return before;
  }
}

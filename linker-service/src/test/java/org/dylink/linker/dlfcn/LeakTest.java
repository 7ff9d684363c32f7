package org.dylink.linker.dlfcn;

import static java.util.stream.Collectors.toSet;
import static org.dylink.linker.testing.DlProgram.GLOBAL;
import static org.dylink.linker.testing.DlProgram.LAZY;
import static org.dylink.linker.testing.DlProgram.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.TrackingEngine;
import org.junit.jupiter.api.Test;

/** Libraries and programs that come and go a thousand times leave nothing. */
@EachEngine
class LeakTest {
  private static final String[] LIBRARIES = {
    "dlmain.wasm",
    "libmini.so",
    "libdl.so",
    "libbranch.so",
    "libleaf.so",
    "libcaller.so",
    "libglobal.so",
    "libtrapctor.so",
    "libtwig.so"
  };

  private final TrackingEngine engine;

  LeakTest(Engine engine) {
    this.engine = new TrackingEngine(engine);
  }

  @Test
  void aThousandCyclesOfOpenCallAndCloseInOneProgram() throws LinkException {
    try (DlProgram program = prepare().run("dlmain.wasm")) {
      cycle(program);
      LinkMap before = program.map();
      int alive = engine.alive(0);
      Set<Thread> threads = threads();

      for (int i = 0; i < 1_000; i++) {
        cycle(program);
      }

      assertEquals(before, program.map());
      assertEquals(alive, engine.alive(alive));
      assertEquals(threads, threads());
    }
  }

  @Test
  void aHundredFailedOpensInOneProgram() throws LinkException {
    try (DlProgram program = prepare().run("dlmain.wasm")) {
      program.refused("libtrapctor.so", NOW);
      LinkMap before = program.map();
      int alive = engine.alive(0);

      for (int i = 0; i < 100; i++) {
        program.refused("libtrapctor.so", NOW);
      }

      assertEquals(before, program.map());
      assertEquals(alive, engine.alive(alive));
    }
  }

  @Test
  void librariesThatOverlapForeverNeedNoMoreRoom() throws LinkException {
    try (DlProgram program = prepare().run("dlmain.wasm")) {
      overlap(program);
      overlap(program);
      LinkMap before = program.map();
      Object exitFunctions = program.program().call("exit_functions");

      for (int i = 0; i < 100; i++) {
        overlap(program);
      }

      assertEquals(before.memoryPages(), program.map().memoryPages());
      assertEquals(before.tableSize(), program.map().tableSize());
      assertEquals(before.freeData(), program.map().freeData());
      assertEquals(exitFunctions, program.program().call("exit_functions"));
    }
  }

  @Test
  void aThousandProgramsLinkedRunAndClosed() throws LinkException {
    DlProgram first = prepare();
    runAndClose(first);
    Set<Thread> threads = threads();
    int alive = engine.alive(0);

    for (int i = 0; i < 1_000; i++) {
      runAndClose(first);
    }

    assertEquals(alive, engine.alive(alive));
    assertEquals(threads, threads());
  }

  @Test
  void threadsThatWatchATimeLimitEndWithTheirPrograms() throws LinkException {
    Set<Thread> threads = threads();
    for (int i = 0; i < 10; i++) {
      DlProgram program = prepare();
      program.link().option(request -> request.timeout(Duration.ofHours(1)));
      runAndClose(program);
      program.link().assertThreadsEnd();
    }

    assertEquals(threads, threads());
  }

  @Test
  void whatNoBundleHoldsIsCompiledEachTimeAndUnloaded() throws LinkException {
    compileAnew();
    int alive = engine.alive(0);
    int classes = loadedClasses();

    for (int i = 0; i < 30; i++) {
      compileAnew();
    }

    assertEquals(alive, engine.alive(alive));
    // Each round compiles three modules, of a class at least; the JVM's own adapters are a few.
    int more = loadedClasses() - classes;
    assertTrue(more < 30, () -> more + " more classes than before");
  }

  private void compileAnew() throws LinkException {
    try (DlProgram program = DlProgram.start(engine)) {
      program.close(program.opened("libleaf.so", NOW));
    }
  }

  private DlProgram prepare() {
    DlProgram program = DlProgram.prepare(engine);
    program.link().keepCompiled(LIBRARIES);
    return program;
  }

  private static void runAndClose(DlProgram program) throws LinkException {
    program.run("dlmain.wasm");
    int branch = program.opened("libbranch.so", NOW);
    assertEquals(25, program.call(branch, "branch_fn", 10));
    program.program().call("leave");
    program.close();
  }

  private static void cycle(DlProgram program) {
    int branch = program.opened("libbranch.so", NOW);
    assertEquals(25, program.call(branch, "branch_fn", 10));
    int caller = program.opened("libcaller.so", LAZY);
    int global = program.opened("libglobal.so", NOW | GLOBAL);
    assertEquals(17, program.call(caller, "caller_global", 10));
    program.close(branch);
    program.close(global);
    program.close(caller);
    program.log();
  }

  private static void overlap(DlProgram program) {
    int branch = program.opened("libbranch.so", NOW);
    program.openProgram(NOW);
    int leaf = program.opened("libleaf.so", NOW);
    program.close(branch);
    int twig = program.opened("libtwig.so", NOW);
    program.close(leaf);
    program.close(program.opened("libbranch.so", NOW));
    program.close(twig);
    program.log();
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dylink"))
        .collect(toSet());
  }

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

package org.dylink.machine.objects;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dylink.engine.machine.CompilerFailedException;
import org.dylink.engine.machine.MachineCompiler;
import org.dylink.engine.machine.MachineObject;
import org.dylink.engine.machine.make.ObjectFolder;
import org.dylink.engine.machine.make.Platform;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.run.NativeEngine;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Code is made in the background, once for all who want it, until the engine goes. */
class ObjectMakerTest {
  private static final WasmModule MODULE =
      ModuleBuilder.module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)).build();
  private static final Optional<String> MAKING =
      Optional.of("it is being made for " + Platform.NAME);

  @TempDir private Path parent;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();

  @Test
  void isMadeOnceForAllProgramsAndKeptForThoseOfLaterEngines() throws Exception {
    CountDownLatch goOn = new CountDownLatch(1);
    MachineCompiler compiler = module -> made(module, goOn);
    try (ObjectMaker maker = new ObjectMaker(compiler, folder(), Making.BACKGROUND)) {
      KeptObjects objects = objects(maker);
      for (int i = 0; i < 5; i++) {
        assertEquals(MAKING, objects.missing(MODULE));
      }
      goOn.countDown();
      maker.finish();
      assertEquals(Optional.empty(), objects.missing(MODULE));
    }
    assertEquals(1, made.get());
    assertEquals(Optional.empty(), objects(KeptObjects.Maker.NONE).missing(MODULE));
  }

  @Test
  void whatIsBeingMadeEndsWhenTheEngineGoes() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    MachineCompiler compiler =
        module -> {
          try {
            return made(module, never);
          } finally {
            ended.countDown();
          }
        };
    ObjectMaker maker = new ObjectMaker(compiler, folder(), Making.BACKGROUND);
    assertEquals(MAKING, objects(maker).missing(MODULE));
    assertTrue(begun.await(1, TimeUnit.MINUTES));
    maker.close();

    assertTrue(ended.await(1, TimeUnit.MINUTES));
    assertEquals(Optional.empty(), folder().find(MODULE, Platform.NAME));
  }

  @Test
  void whatIsAskedForWhileTheEngineGoesIsNotMade() throws Exception {
    ObjectMaker maker = new ObjectMaker(module -> made(module, begun), folder(), Making.BACKGROUND);
    maker.close();

    assertEquals(Optional.of("there is none for " + Platform.NAME), objects(maker).missing(MODULE));
    assertEquals(0, made.get());
  }

  @Test
  void tellsWhatKeepsItFromKeepingWhatItMakes() throws Exception {
    Files.createFile(parent.resolve("code"));
    Optional<String> problem = Optional.of(parent.resolve("code") + ": is no folder");
    assertEquals(problem, problem(Making.BACKGROUND));
    assertEquals(problem, problem(Making.FIRST));
    assertEquals(Optional.empty(), problem(Making.NEVER));
  }

  private Optional<String> problem(Making making) {
    try (ObjectMaker maker =
        new ObjectMaker(module -> new LlvmCompiler().compile(module), folder(), making)) {
      return new NativeEngine(objects(maker)).statistics().cacheProblem();
    }
  }

  private MachineObject made(WasmModule module, CountDownLatch goOn)
      throws CompilerFailedException, org.dylink.engine.InvalidModuleException {
    begun.countDown();
    made.incrementAndGet();
    try {
      goOn.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompilerFailedException("was interrupted", e);
    }
    return new LlvmCompiler().compile(module);
  }

  private ObjectFolder folder() {
    return new ObjectFolder(parent.resolve("code"));
  }

  private KeptObjects objects(KeptObjects.Maker maker) {
    return new KeptObjects(List.of(new KeptHere(folder(), Platform.NAME)), Platform.NAME, maker);
  }
}

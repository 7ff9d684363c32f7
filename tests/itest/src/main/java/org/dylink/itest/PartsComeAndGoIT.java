package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;

/** The linker, WASI and the engines stop and start again, with programs at work. */
@FrameworkTest
class PartsComeAndGoIT {
  private static final long LIMIT_MILLIS = TimeUnit.SECONDS.toMillis(30);

  @InjectBundleContext BundleContext context;
  @InjectService ServiceAware<Linker> linkers;
  @TempDir Path folder;

  @Test
  void aStoppingLinkerClosesItsPrograms() throws Exception {
    LibraryJar.named("counter").library(Counter.MODULE, "1.0.0").start(context);
    Linker before = linkers.waitForService(LIMIT_MILLIS);
    Program program = Programs.link(before, Counter.NAME);
    whileStopped(
        "org.dylink.linker",
        () -> {
          assertEquals(Program.State.CLOSED, program.state());
          IllegalStateException failure =
              assertThrows(IllegalStateException.class, () -> program.call("count"));
          assertEquals(
              "counter.wasm: program " + program.id() + " is closed", failure.getMessage());
          assertEquals(List.of(), before.programs());
          assertTrue(linkers.isEmpty());
          FrameworkState.awaitWorkersEnd();
          assertTrue(context.getServiceReferences(Library.class, null).isEmpty());
        });
    Linker after = linkers.waitForService(LIMIT_MILLIS);
    assertNotSame(before, after);
    try (Program again = Programs.link(after, Counter.NAME)) {
      assertEquals(1, again.call("count"));
    }
  }

  @Test
  void aStoppingLinkerEndsAProgramThatRuns() throws Exception {
    TestFiles.start(context, folder, "loop.wasm");
    CountDownLatch looping = new CountDownLatch(1);
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    LinkRequest request =
        Programs.request(linker, "loop.wasm").stdout(whenWritten(looping)).build();
    Program program = linker.link(request);
    FutureTask<TrapException> run =
        new FutureTask<>(() -> assertThrows(TrapException.class, program::run));
    new Thread(run, "test-program").start();
    assertTrue(looping.await(LIMIT_MILLIS, TimeUnit.MILLISECONDS));
    whileStopped(
        "org.dylink.linker",
        () -> {
          TrapException trap = run.get(LIMIT_MILLIS, TimeUnit.MILLISECONDS);
          assertEquals(TrapKind.STOPPED, trap.kind());
          assertEquals("the linker was stopped", trap.getMessage());
          assertEquals(Program.State.CLOSED, program.state());
        });
  }

  @Test
  void withoutWasiTheNextProgramIsToldWhatIsMissing() throws Exception {
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    whileStopped(
        "org.dylink.wasi",
        () -> {
          LinkException failure =
              assertThrows(LinkException.class, () -> Programs.link(linker, "hello.wasm"));
          assertEquals(
              "libc.so: import wasi_snapshot_preview1.args_get and 44 more:"
                  + " no host library and no module provides wasi_snapshot_preview1",
              failure.getMessage());
          assertEquals(Reason.MISSING_LIBRARY, failure.reason());
          assertEquals(List.of(), linker.programs());
        });
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
  }

  @Test
  void aProgramEndsWithTheWasiThatItUses() throws Exception {
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    try (Program program = Programs.link(linker, "hello.wasm")) {
      whileStopped(
          "org.dylink.wasi",
          () -> {
            TrapException trap = assertThrows(TrapException.class, program::run);
            assertEquals(TrapKind.STOPPED, trap.kind());
            assertEquals("host library wasi_snapshot_preview1 was withdrawn", trap.getMessage());
            assertEquals(Program.State.FAILED, program.state());
          });
    }
  }

  @Test
  void aProgramMayKeepTheWasiThatItWasLinkedWith() throws Exception {
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    LinkRequest request =
        Programs.request(linker, "hello.wasm").onWithdraw(OnWithdraw.KEEP).build();
    try (Program program = linker.link(request)) {
      whileStopped("org.dylink.wasi", () -> assertEquals(0, program.run()));
    }
  }

  @Test
  void anUpdatedWasiServesTheNextProgram() throws Exception {
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    Bundle wasi = bundle("org.dylink.wasi");
    try (Program program = Programs.link(linker, "hello.wasm")) {
      wasi.update();
      assertEquals(
          Optional.of("host library wasi_snapshot_preview1 was withdrawn"), program.failure());
    }
    Refresh.removalPending(context);
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
  }

  @Test
  void librariesAreThereAgainAfterTheirProviderAndItsConsumersWereRefreshed() throws Exception {
    Linker linker = linkers.waitForService(LIMIT_MILLIS);
    try (LibraryStates states = LibraryStates.of(context)) {
      Refresh.bundles(context, List.of(bundle("org.dylink.example.libc")));
      states.await("hello.wasm 0.1.0.SNAPSHOT AVAILABLE");
    }
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
  }

  @Test
  void withoutEnginesThereIsNoLinker() throws Exception {
    LibraryJar.named("counter").library(Counter.MODULE, "1.0.0").start(context);
    Program program = Programs.link(linkers.waitForService(LIMIT_MILLIS), Counter.NAME);
    whileStopped(
        "org.dylink.runtime",
        () -> {
          assertTrue(linkers.isEmpty());
          assertEquals(Program.State.CLOSED, program.state());
          assertTrue(context.getServiceReferences(Library.class, null).isEmpty());
        });
    try (Program again = Programs.link(linkers.waitForService(LIMIT_MILLIS), Counter.NAME)) {
      assertEquals(1, again.call("count"));
    }
  }

  @Test
  void stoppingAllPartsInAnyOrderBringsAllBack() throws Exception {
    List<String> parts =
        List.of(
            "org.dylink.wasi",
            "org.dylink.linker",
            "org.dylink.runtime",
            "org.dylink.example.libc");
    for (String first : parts) {
      whileStopped(
          first,
          () -> {
            for (String second : parts) {
              if (!second.equals(first)) {
                whileStopped(second, () -> {});
              }
            }
          });
      Linker linker = linkers.waitForService(LIMIT_MILLIS);
      assertEquals(
          expected("hello"),
          Programs.run(linker, "hello.wasm", request -> request.engine("endive-interpreter")));
    }
  }

  /** What is tried while a bundle is stopped. */
  @FunctionalInterface
  private interface Trial {
    void run() throws Exception;
  }

  private void whileStopped(String symbolicName, Trial trial) throws Exception {
    Bundle bundle = bundle(symbolicName);
    bundle.stop();
    try {
      trial.run();
    } finally {
      bundle.start();
    }
  }

  private Bundle bundle(String symbolicName) {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
        .findFirst()
        .orElseThrow();
  }

  private static OutputStream whenWritten(CountDownLatch latch) {
    return new OutputStream() {
      @Override
      public void write(int b) {
        latch.countDown();
      }
    };
  }
}

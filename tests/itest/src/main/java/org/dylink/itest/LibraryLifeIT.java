package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LinkerRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A library is discovered, waits, is available, is withdrawn and comes back. */
@FrameworkTest
class LibraryLifeIT {
  private static final String LIB = "libanswer.so";
  private static final String STARTED = "libanswer.so 1.0.0 AVAILABLE";
  private static final String WAITING_FOR_STOPPED =
      "ask.wasm 1.0.0 WAITING libanswer.so: bundle answer 1.0.0 is not started";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService LinkerRuntime runtime;
  private LibraryStates states;

  @BeforeEach
  void listen() {
    states = LibraryStates.of(context);
  }

  @AfterEach
  void stopListening() {
    states.close();
  }

  @Test
  void anInstalledLibraryIsDiscovered() throws Exception {
    answer(42).install(context);
    assertEquals("libanswer.so 1.0.0 DISCOVERED bundle answer 1.0.0 is not started", line(LIB));
    assertEquals(List.of(), library(LIB).needs);
  }

  @Test
  void aLibraryThatCannotBeResolvedNamesWhatItWaitsFor() throws Exception {
    asking().install(context);
    assertEquals(
        "ask.wasm 1.0.0 WAITING no bundle that can be resolved provides (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))",
        line("ask.wasm"));
  }

  @Test
  void aStartedLibraryWaitsUntilItsProviderIsStarted() throws Exception {
    Bundle provider = answer(42).install(context);
    asking().start(context);
    assertEquals(
        "ask.wasm 1.0.0 WAITING libanswer.so: bundle answer 1.0.0 is not started",
        line("ask.wasm"));
    provider.start();
    assertEquals("ask.wasm 1.0.0 AVAILABLE", line("ask.wasm"));
    assertEquals(provider.getBundleId(), library("ask.wasm").needs.get(0).bundle);
  }

  @Test
  void aBrokenLibraryHasFailedWithTheCause() throws Exception {
    answer(42).without("lib/libanswer.so").start(context);
    assertEquals(
        "libanswer.so 1.0.0 FAILED libanswer.so: bundle answer 1.0.0 has no entry lib/libanswer.so",
        line(LIB));
  }

  @Test
  void aLibraryThatIsNotWhatTheManifestSaysHasFailed() throws Exception {
    answer(42).file("lib/libanswer.so", Modules.answering(LIB, 7).bytes().toArray()).start(context);
    assertEquals(
        "libanswer.so 1.0.0 FAILED libanswer.so: digest is "
            + Modules.answering(LIB, 7).digest()
            + ", the manifest has "
            + Modules.answering(LIB, 42).digest(),
        line(LIB));
  }

  @Test
  void aConsumerFollowsItsProviderThroughStopAndStart() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    provider.stop();
    states.await(WAITING_FOR_STOPPED);
    assertEquals("libanswer.so 1.0.0 WITHDRAWN bundle answer 1.0.0 is not started", line(LIB));
    provider.start();
    states.await("ask.wasm 1.0.0 AVAILABLE");
    assertAnswer(42);
    assertEquals(
        List.of("ask.wasm 1.0.0 AVAILABLE", WAITING_FOR_STOPPED, "ask.wasm 1.0.0 AVAILABLE"),
        states.historyOf("ask.wasm").stream().filter(line -> !line.contains("DISCOV")).toList());
  }

  @Test
  void aConsumerOfAnUninstalledProviderGetsTheNextOne() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    provider.uninstall();
    states.await("ask.wasm 1.0.0 WAITING libanswer.so: bundle answer 1.0.0 was uninstalled");
    LibraryJar.named("successor").library(Modules.answering(LIB, 43), "1.0.0").start(context);
    states.await("ask.wasm 1.0.0 AVAILABLE");
    assertAnswer(43);
  }

  @Test
  void anUpdatedProviderIsLinkedInItsNewForm() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    assertAnswer(42);
    answer(44).update(provider);
    states.await("ask.wasm 1.0.0 WAITING libanswer.so: bundle answer 1.0.0 was updated");
    states.await("ask.wasm 1.0.0 AVAILABLE");
    assertAnswer(44);
  }

  @Test
  void aConsumerThatWasRefreshedWithoutItsProviderIsStartedAgain() throws Exception {
    Bundle provider = answer(42).start(context);
    Bundle consumer = asking().start(context);
    provider.uninstall();
    Refresh.removalPending(context);
    states.await(
        "ask.wasm 1.0.0 WAITING no bundle that can be resolved provides (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))");
    assertEquals(Bundle.INSTALLED, consumer.getState());
    answer(45).start(context);
    states.await("ask.wasm 1.0.0 AVAILABLE");
    assertAnswer(45);
  }

  @Test
  void aChainOfBundlesThatCouldNotBeResolvedIsStartedFromItsEnd() throws Exception {
    Bundle top =
        LibraryJar.named("top")
            .library(Modules.calling("top.wasm", "top", "ask", "ask.wasm"), "1.0.0")
            .install(context);
    assertThrows(BundleException.class, top::start);
    Bundle consumer = asking().install(context);
    assertThrows(BundleException.class, consumer::start);
    assertEquals(
        "top.wasm 1.0.0 WAITING no bundle that can be resolved provides (&(wasm.library=ask.wasm)(!(threads=true))(!(target=wasm64-*)))",
        line("top.wasm"));
    answer(46).start(context);
    states.await("top.wasm 1.0.0 AVAILABLE");
    try (Program program = Programs.link(linker, "top.wasm")) {
      assertEquals(46, program.call("top"));
    }
  }

  @Test
  void whatABundleMayDoWithoutDoesNotKeepItFromBeingStarted() throws Exception {
    Bundle consumer =
        asking()
            .header(
                "Require-Capability",
                "wasm.library;filter:=\"(wasm.library=libanswer.so)\","
                    + "wasm.library;filter:=\"(wasm.library=libextra.so)\";resolution:=optional")
            .install(context);
    assertThrows(BundleException.class, consumer::start);
    answer(47).start(context);
    states.await("ask.wasm 1.0.0 AVAILABLE");
    assertAnswer(47);
  }

  @Test
  void aBundleThatSomebodyStoppedStaysStopped() throws Exception {
    Bundle provider = answer(42).start(context);
    Bundle consumer = asking().start(context);
    consumer.stop();
    provider.uninstall();
    Refresh.removalPending(context);
    answer(45).start(context);
    states.await(STARTED);
    assertEquals(Bundle.INSTALLED, consumer.getState());
    assertEquals("ask.wasm 1.0.0 WITHDRAWN bundle asking 1.0.0 is not started", line("ask.wasm"));
  }

  @Test
  void aProgramEndsWithALibraryThatIsWithdrawn() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(42, program.call("ask"));
      assertEquals(List.of(program.id()), library(LIB).programs);
      provider.stop();
      String message = "library libanswer.so of bundle answer 1.0.0 was withdrawn";
      TrapException trap = assertThrows(TrapException.class, () -> program.call("ask"));
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals(message, trap.getMessage());
      assertEquals(message, program.failure().orElseThrow());
      assertEquals(message, runtime.programs().get(0).failure);
    }
  }

  /** Of what a framework tells while it holds locks, programs hear a little later. */
  @Test
  void aProgramEndsWithAFragmentThatIsUninstalled() throws Exception {
    Bundle fragment = answer(42).header("Fragment-Host", "host").install(context);
    LibraryJar.named("host").start(context);
    asking().start(context);
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(42, program.call("ask"));
      fragment.uninstall();
      states.await("libanswer.so 1.0.0 WITHDRAWN bundle answer 1.0.0 was uninstalled");
      assertEquals(
          "library libanswer.so of bundle answer 1.0.0 was withdrawn",
          program.failure().orElseThrow());
    }
  }

  @Test
  void aProgramThatKeepsItsLibrariesRunsOn() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    LinkRequest request = Programs.request(linker, "ask.wasm").onWithdraw(OnWithdraw.KEEP).build();
    try (Program program = linker.link(request)) {
      answer(43).update(provider);
      states.await("ask.wasm 1.0.0 AVAILABLE");
      assertEquals(42, program.call("ask"));
      assertAnswer(43);
    }
  }

  @Test
  void aLibraryThatWaitsTellsALinkWhy() throws Exception {
    Bundle provider = answer(42).start(context);
    asking().start(context);
    provider.stop();
    LinkException failure =
        assertThrows(LinkException.class, () -> Programs.link(linker, "ask.wasm"));
    assertEquals(
        "ask.wasm: needed library libanswer.so not found: its bundle answer 1.0.0 is not started"
            + " (ask.wasm -> libanswer.so)",
        failure.getMessage());
  }

  @Test
  void librariesThatNeedEachOtherAreAvailableTogether() throws Exception {
    Bundle ping = ring("ping", "libping.so", "libpong.so").install(context);
    Bundle pong = ring("pong", "libpong.so", "libping.so").start(context);
    assertEquals(
        "libpong.so 1.0.0 WAITING libping.so: bundle ping 1.0.0 is not started",
        line("libpong.so"));
    ping.start();
    assertEquals("libping.so 1.0.0 AVAILABLE", line("libping.so"));
    assertEquals("libpong.so 1.0.0 AVAILABLE", line("libpong.so"));
    pong.stop();
    assertEquals(
        "libping.so 1.0.0 WAITING libpong.so: bundle pong 1.0.0 is not started",
        line("libping.so"));
  }

  @Test
  void whatIsGoneIsForgotten() throws Exception {
    answer(42).start(context).uninstall();
    states.await("libanswer.so 1.0.0 WITHDRAWN bundle answer 1.0.0 was uninstalled");
    Refresh.removalPending(context);
    // The linker hears of the refresh after whoever asked for it.
    Collected.await(
        "entry of " + LIB,
        () -> runtime.libraries().stream().filter(library -> library.name.equals(LIB)).count());
    assertFalse(linker.library(LIB).isPresent());
  }

  private static LibraryJar answer(int number) {
    return LibraryJar.named("answer").library(Modules.answering(LIB, number), "1.0.0");
  }

  private static LibraryJar asking() {
    return LibraryJar.named("asking").library(Modules.asking("ask.wasm", LIB), "1.0.0");
  }

  private static LibraryJar ring(String bundle, String name, String needed) {
    return LibraryJar.named(bundle).library(Modules.library(name, needed).build(), "1.0.0");
  }

  private void assertAnswer(int number) throws LinkException {
    try (Program program = Programs.link(linker, "ask.wasm")) {
      assertEquals(number, program.call("ask"));
    }
  }

  private String line(String name) {
    return LibraryStates.line(library(name));
  }

  private LibraryDTO library(String name) {
    return runtime.libraries().stream()
        .filter(library -> library.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no library " + name));
  }
}

package org.dylink.itest;

import static org.dylink.itest.Configured.BACKING_OFF;
import static org.dylink.itest.Configured.EXITED;
import static org.dylink.itest.Configured.FAILED;
import static org.dylink.itest.Configured.RUNNING;
import static org.dylink.itest.Configured.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;

/** A configured program follows its library, and is started again as it is told. */
@FrameworkTest
class ProgramRestartIT {
  private static final double AT_ONCE = 0.001;
  private static final double NOT_TODAY = 86_400;

  @InjectBundleContext BundleContext context;

  private final GuestGate gate = new GuestGate();
  private Configured configured;

  @BeforeEach
  void listen() throws Exception {
    configured = new Configured(context);
  }

  @AfterEach
  void unconfigure() throws Exception {
    configured.end();
  }

  // The library goes

  @Test
  void endsWithItsLibraryAndStartsAgainWhenThatIsBack() throws Exception {
    gate.register(context);
    Bundle main = Mains.jar(Mains.looping()).start(context);
    configured.setMain(Map.of());
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    main.stop();
    configured.await(WAITING, RUNNING, WAITING);
    assertEquals(
        "main.wasm: stopped: library main.wasm of bundle main 1.0.0 was withdrawn",
        configured.program().failure);
    main.start();
    configured.await(WAITING, RUNNING, WAITING, RUNNING);
    assertEquals(0, configured.program().restarts);
  }

  @Test
  void startsAgainIfWhatItNeedsIsAwayForAMoment() throws Exception {
    Bundle needed = answer().start(context);
    gate.register(context);
    Mains.jar(Mains.looping("libanswer.so")).start(context);
    configured.setMain(Map.of("restartDelay", AT_ONCE));
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    needed.stop();
    needed.start();
    configured.await(WAITING, RUNNING, WAITING, RUNNING);
    assertEquals(
        "main.wasm: stopped: library libanswer.so of bundle answer 1.0.0 was withdrawn",
        configured.program().failure);
  }

  @Test
  void keepsWhatItHasIfToldSo() throws Exception {
    gate.register(context);
    gate.shut();
    Bundle main = Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.setMain(Map.of("onWithdraw", "KEEP"));
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    main.stop();
    gate.open();
    configured.await(WAITING, RUNNING, WAITING);
    assertEquals(0, configured.program().exitCode);
    main.start();
    configured.await(WAITING, RUNNING, WAITING, RUNNING, EXITED);
  }

  @Test
  void whatHasEndedStartsAgainWithItsLibrary() throws Exception {
    NumberHost.asking(() -> 0).register(context, 0);
    Bundle main = Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.setMain(Map.of());
    configured.await(WAITING, RUNNING, EXITED);
    main.stop();
    configured.await(WAITING, RUNNING, EXITED, WAITING);
    main.start();
    configured.await(WAITING, RUNNING, EXITED, WAITING, RUNNING, EXITED);
  }

  @Test
  void noRestartIsPlannedForALibraryThatHasGone() throws Exception {
    Bundle main = Mains.jar(Mains.trapping()).start(context);
    configured.setMain(Map.of("restart", "always", "restartDelay", NOT_TODAY));
    configured.await(WAITING, RUNNING, BACKING_OFF);
    main.stop();
    configured.await(WAITING, RUNNING, BACKING_OFF, WAITING);
    main.start();
    configured.await(WAITING, RUNNING, BACKING_OFF, WAITING, RUNNING, BACKING_OFF);
  }

  // Restarts

  @Test
  void isNotStartedAgainUnlessToldSo() throws Exception {
    NumberHost.asking(() -> 3).register(context, 0);
    Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.setMain(Map.of("restartDelay", AT_ONCE));
    configured.await(WAITING, RUNNING, EXITED);
  }

  @Test
  void onFailureIsUntilItsExitCodeIsZero() throws Exception {
    NumberHost.asking(List.of(3, 4, 0).iterator()::next).register(context, 0);
    Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.setMain(Map.of("restart", "on-failure", "restartDelay", AT_ONCE));
    configured.await(WAITING, RUNNING, BACKING_OFF, RUNNING, BACKING_OFF, RUNNING, EXITED);
    assertEquals(0, configured.program().exitCode);
    assertEquals(2, configured.program().restarts);
  }

  @Test
  void alwaysIsUntilItHasBeenOftenEnough() throws Exception {
    NumberHost.asking(() -> 0).register(context, 0);
    Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.setMain(Map.of("restart", "always", "restartDelay", AT_ONCE, "maxRestarts", 1));
    configured.await(WAITING, RUNNING, BACKING_OFF, RUNNING, EXITED);
    assertEquals(1, configured.program().restarts);
  }

  @Test
  void aTrapIsStartedAgainToo() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configured.setMain(
        Map.of("restart", "on-failure", "restartDelay", AT_ONCE, "maxRestarts", "1"));
    configured.await(WAITING, RUNNING, BACKING_OFF, RUNNING, FAILED);
  }

  private static LibraryJar answer() {
    return LibraryJar.named("answer").library(Modules.answering("libanswer.so", 42), "1.0.0");
  }
}

package org.dylink.itest;

import static org.dylink.itest.Configured.BACKING_OFF;
import static org.dylink.itest.Configured.EXITED;
import static org.dylink.itest.Configured.FAILED;
import static org.dylink.itest.Configured.GONE;
import static org.dylink.itest.Configured.RUNNING;
import static org.dylink.itest.Configured.WAITING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dylink.launcher.ConfiguredProgram;
import org.dylink.launcher.ConfiguredProgramDTO;
import org.dylink.linker.Linker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A configuration is a program that runs with the framework. */
@FrameworkTest
class ConfiguredProgramIT {
  private static final long LIMIT_SECONDS = 60;
  private static final double AT_ONCE = 0.001;
  private static final double NOT_TODAY = 86_400;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

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

  // Start and end

  @Test
  void runsWithItsArgumentsAndEnvironmentAndItsOutputIsLogged() throws Exception {
    try (LogLines log = new LogLines("hello.wasm")) {
      configured.set(
          Map.of(
              "main", "hello.wasm",
              "arguments", new String[] {"fail", "two"},
              "environment", "GREETING=hi"));
      configured.await(WAITING, RUNNING, EXITED);
      List<String> expected = new ArrayList<>();
      TestFiles.expected("hello-fail").lines().forEach(line -> expected.add("INFO " + line));
      assertEquals("INFO exit=3", expected.remove(expected.size() - 1));
      assertEquals(expected, log.linesWithLevels());
    }
    ConfiguredProgramDTO program = configured.program();
    assertEquals("org.dylink.program~test", program.pid);
    assertEquals("hello.wasm", program.name);
    assertEquals(ConfiguredProgram.State.EXITED, program.state);
    assertEquals(3, program.exitCode);
    assertNull(program.failure);
    assertEquals(0, program.restarts);
    assertEquals(List.of(), linker.programs());
  }

  @Test
  void standardErrorIsLoggedAsAWarning() throws Exception {
    Mains.jar(Mains.complaining()).start(context);
    try (LogLines log = new LogLines(Mains.NAME)) {
      configured.setMain(Map.of());
      configured.await(WAITING, RUNNING, EXITED);
      assertEquals(List.of("WARNING err"), log.linesWithLevels());
    }
  }

  @Test
  void waitsUntilItsMainLibraryIsThere() throws Exception {
    NumberHost.asking(() -> 7).register(context, 0);
    configured.setMain(Map.of());
    configured.await(WAITING);
    Mains.jar(Mains.exitingWithNumber()).start(context);
    configured.await(WAITING, RUNNING, EXITED);
    assertEquals(7, configured.program().exitCode);
  }

  @Test
  void waitsUntilWhatItNeedsIsThere() throws Exception {
    NumberHost.asking(() -> 0).register(context, 0);
    configured.setMain(Map.of());
    Bundle needed = answer().install(context);
    Mains.jar(Mains.exitingWithNumber("libanswer.so")).start(context);
    configured.await(WAITING);
    needed.start();
    configured.await(WAITING, RUNNING, EXITED);
  }

  @Test
  void takesTheVersionThatItIsToldTo() throws Exception {
    NumberHost.asking(() -> 1).register(context, 0);
    LibraryJar.named("two").library(Mains.trapping(), "2.0.0").start(context);
    configured.setMain(Map.of("version", "[1,2)"));
    configured.await(WAITING);
    LibraryJar.named("one").library(Mains.exitingWithNumber(), "1.5.0").start(context);
    configured.await(WAITING, RUNNING, EXITED);
  }

  @Test
  void usesTheFoldersThatItIsGranted() throws Exception {
    TestFiles.start(context, folder, "files.wasm");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("in"), "hello\n");
    configured.set(
        Map.of(
            "main",
            "files.wasm",
            "arguments",
            List.of("/data/in", "/data/out"),
            "folders",
            data + "::/data"));
    configured.await(WAITING, RUNNING, EXITED);
    assertEquals("hello\n", Files.readString(data.resolve("out")));
  }

  @Test
  void keepsToItsLimits() throws Exception {
    gate.register(context);
    Mains.jar(Mains.looping()).start(context);
    try (LogLines log = new LogLines(Mains.NAME)) {
      configured.setMain(Map.of("timeout", 0.05));
      configured.await(WAITING, RUNNING, FAILED);
      String message = "main.wasm: timeout: still running after 0.05 s";
      assertEquals(message, configured.program().failure);
      assertEquals("SEVERE " + message, log.linesWithLevels().get(0));
    }
  }

  @Test
  void aTrapIsAFailure() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configured.setMain(Map.of("engine", "endive-interpreter"));
    configured.await(WAITING, RUNNING, FAILED);
    assertEquals(
        "main.wasm: trapped: unreachable: unreachable instruction executed",
        configured.program().failure);
    assertNull(configured.program().exitCode);
  }

  @Test
  void whatCannotBeLinkedIsAFailure() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configured.setMain(Map.of("engine", "none", "preloads", "libnone.so"));
    configured.await(WAITING, RUNNING, FAILED);
    assertEquals(
        "main.wasm: no engine is named none: there are jvm, endive-compiler, endive-interpreter",
        configured.program().failure);
  }

  @Test
  void aPreloadIsNeeded() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configured.setMain(Map.of("preloads", "libnone.so"));
    configured.await(WAITING, RUNNING, FAILED);
    assertEquals(
        "libnone.so: library to preload not found: no started bundle provides it",
        configured.program().failure);
  }

  // The configuration

  @Test
  void aDeletedConfigurationStopsIt() throws Exception {
    gate.register(context);
    Mains.jar(Mains.looping()).start(context);
    configured.setMain(Map.of("restart", "always", "restartDelay", AT_ONCE));
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    configured.delete();
    configured.await(WAITING, RUNNING, GONE);
    assertEquals(List.of(), linker.programs());
    assertNoThread();
  }

  @Test
  void aDeletedConfigurationEndsARestartThatIsPlanned() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configured.setMain(Map.of("restart", "always", "restartDelay", NOT_TODAY));
    configured.await(WAITING, RUNNING, BACKING_OFF);
    configured.delete();
    configured.await(WAITING, RUNNING, BACKING_OFF, GONE);
    assertNoThread();
  }

  @Test
  void aChangedConfigurationStartsItAnew() throws Exception {
    gate.register(context);
    Mains.jar(Mains.looping()).start(context);
    configured.setMain(Map.of());
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    configured.setMain(Map.of("timeout", 0.05));
    configured.await(WAITING, RUNNING, GONE, WAITING, RUNNING, FAILED);
  }

  @Test
  void aValueThatIsNoGoodIsNamed() throws Exception {
    String message = "org.dylink.program~test: maxMemory: expected 1 to 4294967296 bytes, found -1";
    Mains.jar(Mains.trapping()).start(context);
    try (LogLines log = new LogLines("org.dylink.launcher.osgi.ProgramComponent")) {
      configured.setMain(Map.of("maxMemory", -1));
      configured.await(FAILED);
      assertEquals(message, configured.program().failure);
      assertEquals(List.of(message + ": not started"), log.lines());
    }
    configured.setMain(Map.of("maxMemory", 65_536));
    configured.await(FAILED, GONE, WAITING, RUNNING, FAILED);
  }

  @Test
  void itMayBeAFile() throws Exception {
    WatchedFolder watched = new WatchedFolder(context);
    String text =
        """
        main="hello.wasm"
        arguments=["fail","two"]
        environment=["GREETING=hi"]
        restart="on-failure"
        maxRestarts="0"
        """;
    // File Install's way to write a factory's PID.
    String file = Configured.PID.replace('~', '-') + ".config";
    watched.put(file, text.getBytes(StandardCharsets.UTF_8));
    try {
      configured.await(WAITING, RUNNING, EXITED);
      assertEquals(3, configured.program().exitCode);
    } finally {
      watched.clear();
    }
    configured.await(WAITING, RUNNING, EXITED, GONE);
  }

  @Test
  void itsProgramsEndWithTheLauncher() throws Exception {
    gate.register(context);
    Mains.jar(Mains.looping()).start(context);
    configured.setMain(Map.of());
    configured.await(WAITING, RUNNING);
    gate.awaitGuest();
    Bundle launcher = FrameworkUtil.getBundle(ConfiguredProgram.class);
    launcher.stop();
    try {
      configured.await(WAITING, RUNNING, GONE);
      assertEquals(List.of(), linker.programs());
    } finally {
      launcher.start();
    }
    configured.await(WAITING, RUNNING, GONE, WAITING, RUNNING);
  }

  @Test
  void aFormKnowsItsProperties() throws Exception {
    Bundle launcher = FrameworkUtil.getBundle(ConfiguredProgram.class);
    String path = "OSGI-INF/metatype/org.dylink.launcher.osgi.ProgramConfiguration.xml";
    try (InputStream in = launcher.getEntry(path).openStream()) {
      String form = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(form.contains("factoryPid=\"org.dylink.program\""), form);
      assertTrue(form.contains("<AD id=\"main\" type=\"String\""), form);
    }
  }

  private static LibraryJar answer() {
    return LibraryJar.named("answer").library(Modules.answering("libanswer.so", 42), "1.0.0");
  }

  private static void assertNoThread() throws InterruptedException {
    for (Thread thread : FrameworkState.dylinkThreads()) {
      if (thread.getName().startsWith("dylink-program-")) {
        // It has nothing to do any more, and needs a moment to end.
        thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
        assertFalse(thread.isAlive(), thread.getName());
      }
    }
  }
}

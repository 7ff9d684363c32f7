package org.dylink.app.launch;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.dylink.app.launch.BundleIndex.Group;
import org.dylink.engine.Engine;
import org.dylink.engine.machine.make.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceReference;

/** The engine native in the framework of the command line, without its compiler. */
@EnabledForJreRange(min = JRE.JAVA_22)
final class NativeEngineIT {
  @TempDir private Path folder;
  @TempDir private Path cache;

  @BeforeEach
  void writeMain() throws IOException {
    assumeTrue(BundleIndex.has(Group.NATIVE), "this jar was built by a JDK before 22");
    assumeTrue(Platform.isKnown(), "the engine does not run on " + Platform.NAME);
    Files.write(
        folder.resolve("app.wasm"),
        module("app.wasm")
            .dylink(dylink())
            .importMemory("env", "memory", 0)
            .importFunction("wasi_snapshot_preview1", "proc_exit", "(i32) -> ()")
            .exportedFunction(
                "_start", "() -> ()", code().i32Const(42).call("wasi_snapshot_preview1.proc_exit"))
            .build()
            .bytes()
            .toArray());
  }

  @Test
  void isAboveJvmWhereAFolderAllowsIt() throws Exception {
    try (EmbeddedFramework framework = start(Map.of("dylink.native", kept()))) {
      ServiceReference<Engine> best = framework.context().getServiceReference(Engine.class);
      assertEquals("native", best.getProperty(Engine.NAME));
    }
  }

  @Test
  void isNotThereWhereNothingAllowsIt() throws Exception {
    try (EmbeddedFramework framework = start(Map.of())) {
      ServiceReference<Engine> best = framework.context().getServiceReference(Engine.class);
      assertEquals("jvm", best.getProperty(Engine.NAME));
    }
  }

  @Test
  void programsWithoutMachineCodeRunOnJvm() throws Exception {
    try (EmbeddedFramework framework = start(Map.of("dylink.native", kept()))) {
      RecordedCall call = RecordedCall.of(folder, "run", "app.wasm");
      assertEquals(42, framework.call(call.launch()), call.err());
    }
  }

  @Test
  void whoAsksForItIsToldWhatIsMissing() throws Exception {
    try (EmbeddedFramework framework = start(Map.of("dylink.native", kept()))) {
      RecordedCall call = RecordedCall.of(folder, "run", "--engine", "native", "app.wasm");
      assertEquals(127, framework.call(call.launch()));
      assertEquals(
          "dylink: app.wasm: needs machine code, which engine native lacks: there is none for "
              + Platform.NAME
              + "; no compiler is installed\n",
          call.err());
    }
  }

  @Test
  void whoAsksWhyIsToldWhatKeepsAProgramOffIt() throws Exception {
    try (EmbeddedFramework framework = start(Map.of("dylink.native", kept()))) {
      RecordedCall call = RecordedCall.of(folder, "why", "app.wasm");
      assertEquals(0, framework.call(call.launch()), call.err());
      assertEquals(
          """
          app.wasm and what it needs run on engine jvm
          LIBRARY   ENGINE  COMPILED  PLACE  REMARK
          app.wasm  native                   needs machine code, which engine native lacks: \
          there is none for %s; no compiler is installed
          """
              .formatted(Platform.NAME),
          call.out());
    }
  }

  @Test
  void compileNeedsACompiler() throws Exception {
    RecordedCall call = RecordedCall.of(folder, "compile", "app.wasm");
    assertEquals(1, Launcher.run(call.launch()));
    assertTrue(
        call.err().contains("compile: no compiler: DYLINK_COMPILER names the folder with its jars"),
        call.err());
  }

  private String kept() {
    return cache.resolve("native").toString();
  }

  private EmbeddedFramework start(Map<String, String> properties)
      throws LaunchException, IOException {
    Map<String, String> all = new HashMap<>(properties);
    all.put(EmbeddedFramework.CACHE, ClassFolder.NONE);
    return EmbeddedFramework.start(
        Storage.temporary(), EnumSet.of(Group.ALWAYS, Group.NATIVE), all);
  }
}

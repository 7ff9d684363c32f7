package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.ResultLog;
import org.dylink.engine.Engine;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.Lack;
import org.dylink.engine.TrapException;
import org.dylink.format.WasmModule;
import org.dylink.linker.LinkMap;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** Each health check where all is well, and where it is not. */
@FrameworkTest
class HealthIT {
  private static final String LIB = "libanswer.so";
  private static final String ENGINES_FINE =
      "OK every program runs on the best engine, and what is compiled is kept";
  private static final int PAGE = 65_536;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @InjectService(filter = "(engine.name=endive-interpreter)")
  Engine interpreter;

  @TempDir Path folder;

  private Configurations configurations;

  @BeforeEach
  void begin() {
    configurations = new Configurations(context);
  }

  @AfterEach
  void deleteConfigurations() throws Exception {
    configurations.deleteAll();
  }

  /** The lines of one check. */
  private List<String> lines(String check) throws Exception {
    ServiceReference<HealthCheck> service = service(check);
    try {
      List<String> lines = new ArrayList<>();
      for (ResultLog.Entry each : context.getService(service).execute()) {
        lines.add(each.getStatus() + " " + each.getMessage());
      }
      return lines;
    } finally {
      context.ungetService(service);
    }
  }

  private ServiceReference<HealthCheck> service(String check) throws Exception {
    String filter = "(" + HealthCheck.NAME + "=Dylink " + check + ")";
    return context.getServiceReferences(HealthCheck.class, filter).iterator().next();
  }

  @Test
  void theChecksHaveNamesAndATag() throws Exception {
    assertEquals(
        List.of(
            "Dylink configured programs",
            "Dylink engines",
            "Dylink images",
            "Dylink libraries",
            "Dylink memory",
            "Dylink programs"),
        context
            .getServiceReferences(HealthCheck.class, "(" + HealthCheck.TAGS + "=dylink)")
            .stream()
            .map(each -> each.getProperty(HealthCheck.NAME))
            .sorted()
            .toList());
  }

  @Test
  void aLibraryThatWaitsAndOneThatCannotBeRead() throws Exception {
    assertEquals(List.of("OK no library waits"), lines("libraries"));
    Bundle asking =
        LibraryJar.named("ask").library(Modules.asking("ask.wasm", LIB), "1.0.0").install(context);
    Bundle broken =
        LibraryJar.named("broken")
            .library(Modules.answering("libbroken.so", 42), "1.0.0")
            .without("lib/libbroken.so")
            .start(context);
    assertEquals(
        List.of(
            "WARN ask.wasm 1.0.0 of bundle "
                + asking.getBundleId()
                + " waits: no bundle that can be resolved provides"
                + " (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))",
            "CRITICAL libbroken.so 1.0.0 of bundle "
                + broken.getBundleId()
                + " cannot be read: bundle broken 1.0.0 has no entry"
                + " lib/libbroken.so"),
        lines("libraries"));
  }

  @Test
  void aProgramThatHasTrapped() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    assertEquals(List.of("OK no program has failed"), lines("programs"));
    try (Program program = Programs.link(linker, Mains.NAME)) {
      assertThrows(TrapException.class, program::run);
      assertEquals(
          List.of(
              "WARN program "
                  + program.id()
                  + " main.wasm has failed: unreachable: unreachable instruction executed"),
          lines("programs"));
    }
    assertEquals(List.of("OK no program has failed"), lines("programs"));
  }

  @Test
  void aConfiguredProgramThatWaitsAndThenFails() throws Exception {
    assertEquals(
        List.of("OK no configured program has failed or waits"), lines("configured programs"));
    Configured configured = new Configured(context);
    try {
      configured.setMain(Map.of());
      configured.await(Configured.WAITING);
      assertEquals(
          List.of("WARN main.wasm (org.dylink.program~test) waits for its main library"),
          lines("configured programs"));
      Mains.jar(Mains.trapping()).start(context);
      configured.await(Configured.WAITING, Configured.RUNNING, Configured.FAILED);
      assertEquals(
          List.of(
              "CRITICAL main.wasm (org.dylink.program~test) has failed: trapped:"
                  + " unreachable: unreachable instruction executed"),
          lines("configured programs"));
    } finally {
      configured.end();
    }
  }

  @Test
  void aMemoryThatIsNearItsLimit() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    long pages;
    try (Program program = Programs.link(linker, Mains.NAME)) {
      pages = program.linkMap().memoryPages();
      assertEquals(List.of("OK no memory has 90 % of its limit"), lines("memory"));
    }
    try (Program program =
        linker.link(Programs.request(linker, Mains.NAME).maxMemory((pages + 1) * PAGE).build())) {
      LinkMap map = program.linkMap();
      configurations.set("org.dylink.monitor.memory", Map.of("percent", 50));
      assertEquals(
          List.of(
              "WARN program %d main.wasm: memory has %d of at most %d pages, 64 KiB each"
                  .formatted(program.id(), map.memoryPages(), pages + 1)),
          lines("memory"));
    }
    assertEquals(List.of("OK no memory has 50 % of its limit"), lines("memory"));
  }

  /** An engine above all others that has no code for anything. */
  private ForwardingEngine lacking() {
    return new ForwardingEngine("best", interpreter) {
      @Override
      public List<Lack> lacks(WasmModule module) {
        return List.of(new Lack("machine code", "there is none for this platform"));
      }
    };
  }

  @Test
  void aProgramThatDoesNotRunOnTheBestEngine() throws Exception {
    LibraryJar.named("answer").library(Modules.answering(LIB, 42), "1.0.0").start(context);
    ServiceRegistration<Engine> best = lacking().register(context, 100);
    assertEquals(List.of(ENGINES_FINE), lines("engines"));
    try (Program program = Programs.link(linker, LIB)) {
      String line =
          "WARN program " + program.id() + " libanswer.so runs on engine jvm, not on best";
      assertEquals(
          List.of(
              line
                  + ": needs machine code, which engine best lacks:"
                  + " there is none for this platform"),
          lines("engines"));
      best.unregister();
      assertEquals(List.of(ENGINES_FINE), lines("engines"));
    }
  }

  @Test
  void anEngineThatStaysAway() throws Exception {
    EngineAbsence absence = new EngineAbsence("native", "/objects: others may write it: rwxrwxrwx");
    context.registerService(EngineAbsence.class, absence, null);
    assertEquals(
        List.of("WARN engine native stays away: /objects: others may write it: rwxrwxrwx"),
        lines("engines"));
  }

  @Test
  void aCacheThatCannotBeWrittenIsKnownBeforeAnythingIsCompiled() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    configurations.set("org.dylink.engine.jvm", Map.of("cache", file.toString()));
    assertEquals(
        List.of("WARN engine jvm: what is compiled is not kept: " + file + ": is no folder"),
        lines("engines"));
    configurations.set("org.dylink.engine.jvm", Map.of("cache", folder + "/cache"));
    assertEquals(List.of(ENGINES_FINE), lines("engines"));
    try (Stream<Path> all = Files.list(folder)) {
      assertEquals(List.of(file), all.toList());
    }
  }

  @Test
  void anImageThatIsOfNoUseUntilItsBundleGoes() throws Exception {
    Bundle bundle =
        Mains.jar(Mains.trapping()).file("lib/main.wasm.image", new byte[64]).start(context);
    // Other tests link hello with limits that its image was not made for.
    List<String> before = lines("images");
    Programs.link(linker, Mains.NAME).close();
    Programs.link(linker, Mains.NAME).close();
    List<String> during = lines("images");
    assertTrue(
        during.contains("WARN main.wasm: image is ignored: it is no image"), during::toString);
    bundle.stop();
    assertEquals(before, lines("images"));
  }
}

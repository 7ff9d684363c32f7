package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkMap;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.dylink.linker.runtime.LinkerRuntime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The linker's configuration holds for all programs that are linked after it. */
@FrameworkTest
class LinkerConfigurationIT {
  private static final String PID = "org.dylink.linker";
  private static final int PAGE = 65_536;

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService LinkerRuntime runtime;
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

  @Test
  void aProgramGetsAtMostTheMemoryThatIsConfigured() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configure(Map.of("maxMemory", 64 * PAGE));
    assertEquals(64, map(request -> request).maximumPages());
    assertEquals(32, map(request -> request.maxMemory(32 * PAGE)).maximumPages());
    assertEquals(64, map(request -> request.maxMemory(128 * PAGE)).maximumPages());
  }

  @Test
  void aProgramGetsAtMostTheSlotsThatAreConfigured() throws Exception {
    configure(Map.of("maxSlots", "1"));
    LinkException failure =
        assertThrows(LinkException.class, () -> Programs.link(linker, "hello.wasm"));
    assertEquals(LinkException.Reason.NO_SPACE, failure.reason());
  }

  @Test
  void aProgramGetsAtMostTheTimeThatIsConfigured() throws Exception {
    new NumberHost(0).register(context, 0);
    Mains.jar(Mains.looping()).start(context);
    configure(Map.of("timeout", 0.05));
    assertEquals("still running after 0.05 s", timeout(request -> request));
    assertEquals(
        "still running after 0.01 s", timeout(request -> request.timeout(Duration.ofMillis(10))));
    assertEquals(
        "still running after 0.05 s", timeout(request -> request.timeout(Duration.ofDays(1))));
  }

  @Test
  void theStackIsAsConfiguredUnlessAskedFor() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configure(Map.of("stackSize", 2L * PAGE));
    assertEquals(2 * PAGE, map(request -> request).stack().size());
    assertEquals(3 * PAGE, map(request -> request.stackSize(3 * PAGE)).stack().size());
  }

  @Test
  void theEngineIsAsConfiguredUnlessAskedFor() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configure(Map.of("engine", "endive-interpreter"));
    assertEquals("endive-interpreter", engine(request -> request));
    assertEquals("endive-compiler", engine(request -> request.engine("endive-compiler")));
  }

  @Test
  void programsKeepTheirLibrariesIfConfiguredSo() throws Exception {
    Bundle bundle =
        LibraryJar.named("answer").library(Modules.answering("a.so", 42), "1.0.0").start(context);
    configure(Map.of("onWithdraw", "KEEP"));
    try (Program program = Programs.link(linker, "a.so")) {
      bundle.stop();
      assertEquals(42, program.call("answer"));
    }
  }

  @Test
  void theFoldersAreGrantedToEveryProgram() throws Exception {
    TestFiles.start(context, folder, "files.wasm");
    Path all = Files.createDirectory(folder.resolve("all"));
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(all.resolve("in"), "of all\n");
    Files.writeString(own.resolve("in"), "its own\n");
    configure(Map.of("folders", new String[] {all + "::/data", all + "::/more"}));
    List<String> copy = List.of("/data/in", "/more/out");
    Programs.run(linker, "files.wasm", request -> request.arguments(copy));
    assertEquals("of all\n", Files.readString(all.resolve("out")));
    Programs.run(linker, "files.wasm", request -> request.arguments(copy).folder("/data", own));
    assertEquals("its own\n", Files.readString(all.resolve("out")));
  }

  @Test
  void programsThatRunAreLeftAlone() throws Exception {
    LibraryJar.named("answer").library(Modules.answering("a.so", 42), "1.0.0").start(context);
    try (Program before = Programs.link(linker, "a.so")) {
      long pages = before.linkMap().maximumPages();
      configure(Map.of("maxMemory", 32 * PAGE));
      try (Program after = Programs.link(linker, "a.so")) {
        assertEquals(List.of(before, after), linker.programs());
        assertEquals(pages, before.linkMap().maximumPages());
        assertEquals(32, after.linkMap().maximumPages());
        assertEquals(42, before.call("answer"));
      }
    }
  }

  @Test
  void withoutItsConfigurationNothingIsLimited() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    long pages = map(request -> request).maximumPages();
    configure(Map.of("maxMemory", 32 * PAGE));
    configurations.delete(PID);
    assertEquals(pages, map(request -> request).maximumPages());
  }

  @Test
  void aValueThatIsNoGoodIsNamedAndChangesNothing() throws Exception {
    Mains.jar(Mains.trapping()).start(context);
    configure(Map.of("maxMemory", 32 * PAGE));
    try (LogLines log = new LogLines("org.dylink.linker.osgi.ConfiguredDefaults")) {
      configure(
          Map.of(
              "maxMemory",
              -1,
              "stackSize",
              3 * PAGE,
              "onWithdraw",
              "MAYBE",
              "folders",
              List.of("/data", folder + "/none::/data")));
      assertEquals(
          List.of(
              "org.dylink.linker: maxMemory: expected 1 to 4294967296 bytes, found -1:"
                  + " stays as it was",
              "org.dylink.linker: onWithdraw: expected one of [END, KEEP, REPLACE], found MAYBE:"
                  + " stays as it was",
              "org.dylink.linker: folders: expected HOST::GUEST, found /data: stays as it was"),
          log.lines());
    }
    LinkMap map = map(request -> request);
    assertEquals(32, map.maximumPages());
    assertEquals(3 * PAGE, map.stack().size());
  }

  @Test
  void aFolderThatIsNotThereIsNamed() throws Exception {
    try (LogLines log = new LogLines("org.dylink.linker.osgi.ConfiguredDefaults")) {
      String value = folder + "/none::/data";
      configure(Map.of("folders", value));
      assertEquals(
          List.of(
              "org.dylink.linker: folders: expected a folder that is there, found "
                  + value
                  + ": stays as it was"),
          log.lines());
    }
  }

  @Test
  void itMayBeAFile() throws Exception {
    TestFiles.start(context, folder, "files.wasm");
    Files.writeString(folder.resolve("in"), "hello\n");
    String text = "maxMemory = 268435456\ntimeout = 600\nfolders = " + folder + "::/data\n";
    WatchedFolder watched = new WatchedFolder(context);
    watched.put(PID + ".cfg", text.getBytes(StandardCharsets.UTF_8));
    try {
      Awaited.until(context, "configured", () -> configured("timeout") != null);
      assertEquals("268435456", configured("maxMemory"));
      Programs.run(
          linker, "files.wasm", request -> request.arguments(List.of("/data/in", "/data/out")));
      assertEquals("hello\n", Files.readString(folder.resolve("out")));
    } finally {
      watched.clear();
    }
    Awaited.until(context, "not configured", () -> configured("timeout") == null);
  }

  @Test
  void aFormKnowsItsProperties() throws Exception {
    Bundle bundle = FrameworkUtil.getBundle(Linker.class);
    String path = "OSGI-INF/metatype/org.dylink.linker.osgi.LinkerConfiguration.xml";
    try (InputStream in = bundle.getEntry(path).openStream()) {
      String form = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(form.contains("<Designate pid=\"org.dylink.linker\">"), form);
      assertTrue(form.contains("<AD id=\"maxMemory\" type=\"Long\""), form);
    }
  }

  private void configure(Map<String, ?> properties) throws Exception {
    configurations.set(PID, properties);
  }

  private Object configured(String property) {
    return context.getServiceReference(Linker.class).getProperty(property);
  }

  private Program link(UnaryOperator<LinkRequest.Builder> settings) throws LinkException {
    return linker.link(settings.apply(Programs.request(linker, Mains.NAME)).build());
  }

  private LinkMap map(UnaryOperator<LinkRequest.Builder> settings) throws LinkException {
    try (Program program = link(settings)) {
      return program.linkMap();
    }
  }

  private String engine(UnaryOperator<LinkRequest.Builder> settings) throws LinkException {
    try (Program program = link(settings)) {
      assertEquals(List.of(program), linker.programs());
      return runtime.programs().get(0).engine;
    }
  }

  private String timeout(UnaryOperator<LinkRequest.Builder> settings) throws LinkException {
    try (Program program = link(settings)) {
      TrapException trap = assertThrows(TrapException.class, program::run);
      assertEquals(TrapKind.TIMEOUT, trap.kind());
      return trap.getMessage();
    }
  }
}

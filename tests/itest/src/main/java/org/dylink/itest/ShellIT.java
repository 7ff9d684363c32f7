package org.dylink.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.format.WasmModule;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The shell's commands, typed into Gogo. */
@FrameworkTest
class ShellIT {
  private static final String COMMAND = "(&(osgi.command.scope=wasm)(osgi.command.function=why))";
  private static final byte[] ELF = {0x7f, 'E', 'L', 'F'};
  private static final String NO_MODULE =
      "not a WebAssembly module: starts with 7f 45 4c 46 (an ELF file)";
  private static final String LIB = "libanswer.so";
  private static final String MAIN = "ask.wasm";
  private static final String ANSWER = "wasm.libanswer.so 0.0.0";
  private static final String ASK = "wasm.ask.wasm 0.0.0";

  @InjectBundleContext BundleContext context;
  @InjectService CommandProcessor processor;
  @InjectService Linker linker;
  @TempDir Path folder;

  private ShellSession shell;

  @BeforeEach
  void open() throws Exception {
    shell = new ShellSession(processor, folder);
    // Other tests stop the linker, and with it the commands.
    Awaited.until(
        context,
        "the commands",
        () -> context.getServiceReferences((String) null, COMMAND) != null);
    put(Modules.answering(LIB, 42));
    put(Modules.asking(MAIN, LIB));
  }

  @AfterEach
  void close() throws Exception {
    shell.close();
    // The shell installs for others to stay: what a failed test leaves would fail the next ones.
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith("wasm:" + folder.toUri())) {
        bundle.uninstall();
      }
    }
  }

  @Test
  void runsInTheBackgroundUntilItIsKilled() throws Exception {
    Files.write(folder.resolve("loop.wasm"), TestFiles.bytes("/native/loop.wasm"));
    shell.type("wasm:load loop.wasm");
    long loop = bundle("loop.wasm").getBundleId();
    assertEquals(List.of(), shell.type("wasm:run " + loop + " &"));
    shell.awaitOutput("looping");
    long id = linker.programs().get(0).id();
    String ps = id + " loop.wasm %s - jvm 2 ";
    assertStartsWith(ps.formatted("running"), shell.type("wasm:ps").get(1));
    assertEquals(
        List.of(
            ("loop.wasm: in use by program %d loop.wasm;"
                    + " kill what uses it, or give -f, which ends it")
                .formatted(id)),
        shell.type("wasm:unload loop.wasm"));
    assertEquals(List.of(), shell.type("wasm:kill " + id));
    shell.awaitJobs();
    assertEquals(134, shell.variable("exitCode"));
    assertEquals(1, shell.type("wasm:ps").size());
    String ended =
        shell.type("wasm:ps -a").stream()
            .filter(line -> line.startsWith(id + " "))
            .findFirst()
            .orElseThrow();
    assertStartsWith(ps.formatted("failed"), ended);
    assertEquals("killed by wasm:kill", ended.replaceFirst(".* - ", ""));
    assertEquals(List.of(), shell.type("wasm:unload " + loop));
    assertNull(context.getBundle(loop));
  }

  @Test
  void aReloadedLibraryReachesItsDependents() throws Exception {
    List<String> loaded = shell.type("wasm:load ask.wasm libanswer.so");
    long answer = bundle(LIB).getBundleId();
    long ask = bundle(MAIN).getBundleId();
    String askLine = "ask.wasm 0.0.0 available " + ask + " " + ASK;
    String answerLine = "libanswer.so 0.0.0 available " + answer + " " + ANSWER;
    assertEquals(List.of("NAME VERSION STATE ID BUNDLE", askLine, answerLine), loaded);
    assertAnswer(42);
    put(Modules.answering(LIB, 43));
    assertEquals(
        List.of("NAME VERSION STATE ID BUNDLE", askLine, answerLine),
        shell.type("wasm:reload libanswer.so"));
    assertAnswer(43);
    assertEquals(Bundle.ACTIVE, context.getBundle(ask).getState());
    Files.write(folder.resolve(LIB), ELF);
    assertEquals(
        List.of("libanswer.so: not reloaded: libanswer.so: " + NO_MODULE),
        shell.type("wasm:reload libanswer.so"));
    assertAnswer(43);
    assertEquals(List.of(), shell.type("wasm:unload ask.wasm libanswer.so"));
  }

  @Test
  void aLibraryWaitsForWhatIsUnloadedAndComesBackWithIt() throws Exception {
    shell.type("wasm:load ask.wasm libanswer.so");
    long ask = bundle(MAIN).getBundleId();
    Bundle answer = bundle(LIB);
    answer.stop();
    assertEquals(
        List.of(
            "NAME VERSION STATE ID REASON",
            "ask.wasm 0.0.0 waiting %d libanswer.so: bundle %s is not started"
                .formatted(ask, ANSWER),
            "libanswer.so 0.0.0 withdrawn %d bundle %s is not started"
                .formatted(answer.getBundleId(), ANSWER)),
        shell.type("wasm:why ask.wasm"));
    assertEquals(List.of(), shell.type("wasm:unload libanswer.so"));
    assertEquals(
        List.of(
            "NAME VERSION STATE ID REASON",
            "ask.wasm 0.0.0 waiting %d no bundle that can be resolved provides (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))"
                .formatted(ask)),
        shell.type("wasm:why ask.wasm"));
    try (LibraryStates states = LibraryStates.of(context)) {
      shell.type("wasm:load libanswer.so");
      states.await("ask.wasm 0.0.0 AVAILABLE");
    }
    assertAnswer(42);
    shell.type("wasm:unload ask.wasm libanswer.so");
  }

  @Test
  void whoNeedsItByWayOfAnotherWaitsAndComesBackToo() throws Exception {
    put(Modules.calling("middle.wasm", "answer", "ask", MAIN));
    put(Modules.asking("far.wasm", "middle.wasm"));
    shell.type("wasm:load far.wasm middle.wasm ask.wasm libanswer.so");
    shell.type("wasm:unload libanswer.so");
    assertEquals(
        List.of(
            "NAME VERSION STATE ID REASON",
            "far.wasm 0.0.0 waiting %d no bundle that can be resolved provides (&(wasm.library=middle.wasm)(!(threads=true))(!(target=wasm64-*)))"
                .formatted(bundle("far.wasm").getBundleId()),
            "middle.wasm 0.0.0 waiting %d no bundle that can be resolved provides (&(wasm.library=ask.wasm)(!(threads=true))(!(target=wasm64-*)))"
                .formatted(bundle("middle.wasm").getBundleId()),
            "ask.wasm 0.0.0 waiting %d no bundle that can be resolved provides (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))"
                .formatted(bundle(MAIN).getBundleId())),
        shell.type("wasm:why far.wasm"));
    try (LibraryStates states = LibraryStates.of(context)) {
      shell.type("wasm:load libanswer.so");
      states.await("far.wasm 0.0.0 AVAILABLE");
    }
    shell.type("wasm:unload far.wasm middle.wasm ask.wasm libanswer.so");
  }

  @Test
  void nothingIsLeftOfWhatCannotBeLoaded() throws Exception {
    assertEquals(
        List.of(
            "ask.wasm: not loaded: no bundle that can be resolved provides (&(wasm.library=libanswer.so)(!(threads=true))(!(target=wasm64-*)))"),
        shell.type("wasm:load ask.wasm"));
    Files.write(folder.resolve("libelf.so"), ELF);
    assertEquals(
        List.of("libelf.so: not loaded: libelf.so: " + NO_MODULE),
        shell.type("wasm:load libanswer.so ask.wasm libelf.so"));
    assertEquals(
        List.of("no library is named libanswer.so; wasm:list shows all"),
        shell.type("wasm:why libanswer.so"));
  }

  @Test
  void aForcedUnloadEndsPrograms() throws Exception {
    shell.type("wasm:load ask.wasm libanswer.so");
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(List.of(), shell.type("wasm:unload -f libanswer.so ask.wasm"));
      // The framework stops either bundle first.
      assertStartsWith("library ", program.failure().orElseThrow());
    }
  }

  @Test
  void dylinksOwnBundleStays() {
    assertEquals(List.of("libdl.so: part of Dylink itself"), shell.type("wasm:unload -f libdl.so"));
    assertEquals(List.of("libdl.so: part of Dylink itself"), shell.type("wasm:reload libdl.so"));
  }

  private void put(WasmModule module) throws Exception {
    Files.write(folder.resolve(module.name()), module.bytes().toArray());
  }

  private Bundle bundle(String file) {
    return context.getBundle("wasm:" + folder.resolve(file).toUri());
  }

  private void assertAnswer(int number) throws Exception {
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(number, program.call("ask"));
    }
  }

  private static void assertStartsWith(String expected, String text) {
    assertEquals(expected, text.substring(0, Math.min(text.length(), expected.length())));
  }
}

package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.felix.service.command.CommandProcessor;
import org.dylink.engine.TrapException;
import org.dylink.engine.host.HostLibrary;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkPolicy;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.OnWithdraw;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.Program;
import org.dylink.testing.OpenerModule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A HostLibrary service is a library of its bundle: resolved, NEEDED, opened, withdrawn. */
@FrameworkTest
class JavaLibraryIT {
  private static final String MAIN = "ask.wasm";

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @InjectService CommandProcessor processor;
  @TempDir Path folder;

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
  void isNeededLikeAnyLibrary() throws Exception {
    AnswerHost.start(context, "answers", "1.2.0", 42);
    asking().start(context);
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(42, program.call("ask"));
      assertEquals(List.of(MAIN, AnswerHost.NAME), loaded(program));
      Library library = program.linkMap().libraries().get(1).library();
      assertEquals("1.2.0", library.version());
      assertEquals("answers 1.0.0", library.origin());
      assertEquals("answers", library.provenance().orElseThrow().symbolicName());
    }
  }

  @Test
  void theResolverAsksForIt() throws Exception {
    Bundle consumer = asking().install(context);
    BundleException failure = assertThrows(BundleException.class, consumer::start);
    assertEquals(BundleException.RESOLVE_ERROR, failure.getType());
    AnswerHost.start(context, "answers", "1.0.0", 42);
    consumer.start();
    assertEquals(42, ask());
  }

  @Test
  void isALibraryService() throws Exception {
    AnswerHost.start(context, "answers", "1.2.0", 42);
    states.await("libanswer.so 1.2.0 AVAILABLE");
    ServiceReference<Library> service = service().orElseThrow();
    assertEquals("answers", service.getBundle().getSymbolicName());
    assertEquals(Version.parseVersion("1.2.0"), service.getProperty("version"));
    assertEquals("host", service.getProperty("abi"));
    assertEquals(
        List.of("answer", "call_inner", "fail", "fail_softly"),
        List.of((String[]) service.getProperty(Library.SYMBOLS)));
  }

  @Test
  void waitsForItsService() throws Exception {
    Bundle bundle = AnswerHost.jar("answers", "1.0.0").start(context);
    asking().start(context);
    String why = "bundle answers 1.0.0 has no HostLibrary service libanswer.so";
    states.await("libanswer.so 1.0.0 DISCOVERED " + why);
    states.await("ask.wasm 1.0.0 WAITING libanswer.so: " + why);
    LinkException failure = assertThrows(LinkException.class, this::ask);
    assertEquals(
        "ask.wasm: needed library libanswer.so not found: its "
            + why
            + " (ask.wasm -> libanswer.so)",
        failure.getMessage());
    new AnswerHost(42).register(bundle);
    // At once: nobody has to wait for an event.
    assertEquals(42, ask());
    states.await("ask.wasm 1.0.0 AVAILABLE");
  }

  @Test
  void theServiceOfAnotherBundleIsNotIt() throws Exception {
    AnswerHost.jar("answers", "1.0.0").start(context);
    Bundle other = LibraryJar.named("other").start(context);
    new AnswerHost(1).register(other);
    states.await(
        "libanswer.so 1.0.0 DISCOVERED bundle answers 1.0.0 has no HostLibrary service"
            + " libanswer.so");
    assertEquals(Optional.empty(), linker.library(AnswerHost.NAME));
  }

  @Test
  void programsEndWithTheService() throws Exception {
    Bundle bundle = AnswerHost.jar("answers", "1.0.0").start(context);
    ServiceRegistration<HostLibrary> service = new AnswerHost(42).register(bundle);
    asking().start(context);
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(42, program.call("ask"));
      service.unregister();
      String reason = "library libanswer.so of bundle answers 1.0.0 was withdrawn";
      assertEquals(Optional.of(reason), program.failure());
      TrapException trap = assertThrows(TrapException.class, () -> program.call("ask"));
      assertEquals(reason, trap.getMessage());
    }
    states.await(
        "libanswer.so 1.0.0 WITHDRAWN bundle answers 1.0.0 has no HostLibrary service"
            + " libanswer.so");
    assertEquals(Optional.empty(), service());
    new AnswerHost(43).register(bundle);
    assertEquals(43, ask());
  }

  @Test
  void programsEndWithTheBundle() throws Exception {
    Bundle bundle = AnswerHost.start(context, "answers", "1.0.0", 42);
    asking().start(context);
    try (Program program = Programs.link(linker, MAIN)) {
      bundle.stop();
      assertEquals(
          Optional.of("library libanswer.so of bundle answers 1.0.0 was withdrawn"),
          program.failure());
    }
    bundle.start();
    new AnswerHost(43).register(bundle);
    assertEquals(43, ask());
  }

  @Test
  void aProgramMayKeepIt() throws Exception {
    Bundle bundle = AnswerHost.jar("answers", "1.0.0").start(context);
    ServiceRegistration<HostLibrary> service = new AnswerHost(42).register(bundle);
    asking().start(context);
    LinkRequest request = Programs.request(linker, MAIN).onWithdraw(OnWithdraw.KEEP).build();
    try (Program program = linker.link(request)) {
      service.unregister();
      assertEquals(42, program.call("ask"));
    }
  }

  @Test
  void twoVersionsServeEachItsOwn() throws Exception {
    AnswerHost.start(context, "old", "1.5.0", 1);
    AnswerHost.start(context, "new", "2.1.0", 2);
    builtWith("first", "first.wasm", "1.0.0").start(context);
    builtWith("second", "second.wasm", "2.0.0").start(context);
    try (Program first = Programs.link(linker, "first.wasm");
        Program second = Programs.link(linker, "second.wasm")) {
      assertEquals(1, first.call("ask"));
      assertEquals(2, second.call("ask"));
    }
  }

  @Test
  void isOpenedByName() throws Exception {
    WasmModule opener =
        OpenerModule.of("opener.wasm", dylink().needed("libdl.so"), "./libanswer.so").build();
    LibraryJar.named("opener").library(opener, "1.0.0").start(context);
    AnswerHost.start(context, "old", "1.0.0", 1);
    AnswerHost.start(context, "new", "2.0.0", 2);
    try (Program program = Programs.link(linker, "opener.wasm")) {
      int handle = (int) program.call("open");
      assertEquals(2, program.call("use", handle));
      assertEquals(List.of("opener.wasm", "libdl.so", AnswerHost.NAME), loaded(program));
      assertEquals(0, program.call("shut", handle));
      assertEquals(List.of("opener.wasm", "libdl.so"), loaded(program));
      try (OpenLibrary opened = program.open(AnswerHost.NAME)) {
        assertEquals(2, opened.call("answer"));
        assertEquals("2.0.0", opened.library().version());
      }
    }
  }

  @Test
  void aPolicyMayRefuseIt() throws Exception {
    AnswerHost.start(context, "answers", "1.0.0", 42);
    asking().start(context);
    LinkPolicy noJava =
        new LinkPolicy() {
          @Override
          public Optional<String> refuseLink(LinkRequest program, Library library) {
            return library.host().map(host -> "no Java");
          }
        };
    context.registerService(LinkPolicy.class, noJava, null);
    LinkException failure = assertThrows(LinkException.class, this::ask);
    assertEquals("libanswer.so: refused: no Java (ask.wasm -> libanswer.so)", failure.getMessage());
    assertEquals(Reason.FORBIDDEN, failure.reason());
  }

  @Test
  void aServiceThatDoesNotTellItsFunctionsHasFailed() throws Exception {
    Bundle bundle =
        LibraryJar.named("numbers")
            .header("Provide-Capability", "wasm.library;wasm.library=numbers;abi=host")
            .start(context);
    new NumberHost(7).register(bundle.getBundleContext(), 0);
    states.await(
        "numbers 0.0.0 FAILED numbers: no library: it does not tell its functions beforehand");
  }

  @Test
  void callsBackAndThrowsThroughTheProgram() throws Exception {
    AnswerHost.start(context, "answers", "1.0.0", 42);
    WasmModule main =
        Modules.library(MAIN, AnswerHost.NAME)
            .importFunction("env", "call_inner", "() -> i32")
            .importFunction("env", "fail", "() -> i32")
            .importFunction("env", "fail_softly", "() -> i32")
            .exportedFunction("inner", "() -> i32", code().i32Const(11))
            .exportedFunction("call_back", "() -> i32", code().call("env.call_inner"))
            .exportedFunction("hard", "() -> i32", code().call("env.fail"))
            .exportedFunction("soft", "() -> i32", code().call("env.fail_softly"))
            .build();
    LibraryJar.named("asking").library(main, "1.0.0").start(context);
    try (Program program = Programs.link(linker, MAIN)) {
      assertEquals(11, program.call("call_back"));
      CloneNotSupportedException thrown =
          assertThrows(CloneNotSupportedException.class, () -> program.call("hard"));
      assertEquals("of the host", thrown.getMessage());
      assertEquals(-1, program.call("soft"));
    }
  }

  @Test
  void theShellShowsIt() throws Exception {
    Bundle bundle = AnswerHost.jar("answers", "1.0.0").start(context);
    Bundle asking = asking().start(context);
    try (ShellSession shell = new ShellSession(processor, folder)) {
      assertEquals(
          List.of(
              "NAME VERSION STATE ID REASON",
              "ask.wasm 1.0.0 waiting %d libanswer.so: bundle answers 1.0.0 has no HostLibrary service libanswer.so"
                  .formatted(asking.getBundleId()),
              "libanswer.so 1.0.0 discovered %d bundle answers 1.0.0 has no HostLibrary service libanswer.so"
                  .formatted(bundle.getBundleId())),
          shell.type("wasm:why ask.wasm"));
      new AnswerHost(42).register(bundle);
      states.await("ask.wasm 1.0.0 AVAILABLE");
      assertEquals(
          List.of("ask.wasm => 1.0.0 (asking 1.0.0)", "libanswer.so => 1.0.0 (answers 1.0.0)"),
          shell.type("wasm:ldd ask.wasm").stream().map(String::strip).toList());
      assertEquals(
          List.of(
              "NAME KIND TYPE FLAGS DEFINED BY USED BY",
              "answer function () -> i32 libanswer.so ask.wasm",
              "call_inner function () -> i32 libanswer.so",
              "fail function () -> i32 libanswer.so",
              "fail_softly function () -> i32 libanswer.so"),
          shell.type("wasm:symbols libanswer.so"));
    }
  }

  @Test
  void aComponentWithACapabilityIsALibrary() throws Exception {
    WasmModule main =
        Modules.library("clocked.wasm", "libclock.so")
            .importFunction("env", "days", "(i64) -> i32")
            .exportedFunction("call", "() -> i32", code().i64Const(172_800_000L).call("env.days"))
            .build();
    LibraryJar.named("clocked")
        .library(main, "1.0.0")
        .builtWith("libclock.so", "1.0.0")
        .start(context);
    try (Program program = Programs.link(linker, "clocked.wasm")) {
      assertEquals(2, program.call("call"));
      assertEquals("1.0.0", program.linkMap().libraries().get(1).library().version());
    }
  }

  private Optional<ServiceReference<Library>> service() throws InvalidSyntaxException {
    String filter = "(wasm.library=" + AnswerHost.NAME + ")";
    return context.getServiceReferences(Library.class, filter).stream().findFirst();
  }

  private Object ask() throws LinkException {
    try (Program program = Programs.link(linker, MAIN)) {
      return program.call("ask");
    }
  }

  private static LibraryJar asking() {
    return LibraryJar.named("asking").library(Modules.asking(MAIN, AnswerHost.NAME), "1.0.0");
  }

  private static LibraryJar builtWith(String symbolicName, String main, String version) {
    return LibraryJar.named(symbolicName)
        .library(Modules.asking(main, AnswerHost.NAME), "1.0.0")
        .builtWith(AnswerHost.NAME, version);
  }

  private static List<String> loaded(Program program) {
    return program.linkMap().libraries().stream()
        .map(LoadedLibrary::library)
        .map(Library::name)
        .toList();
  }
}

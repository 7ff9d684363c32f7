package org.dylink.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.CompiledForm;
import org.dylink.engine.EngineAbsence;
import org.dylink.engine.Lack;
import org.dylink.engine.Readiness;
import org.dylink.linker.EngineOutlook;
import org.dylink.linker.Library;
import org.dylink.linker.runtime.LibraryDTO;
import org.dylink.linker.runtime.LibraryState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExplainWaitTest {
  private static final String NOT_STARTED = "bundle org.example.libfoo 2.0.0 is not started";

  private final FakeLinker linker = new FakeLinker();
  private final GogoShell shell = new GogoShell(linker, "");
  private final FakeRuntime runtime = shell.runtime();

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void anAvailableLibraryIsToldWhichEngineRunsIt() {
    linker.outlooks = List.of(outlook("jvm", ready()));
    assertEquals(
        """
        main.wasm@1.0.0 is available
        main.wasm and what it needs run on engine jvm
        """,
        shell.type("wasm:why main.wasm"));
  }

  @Test
  void theLibraryThatKeepsAProgramOffTheBestEngineIsNamed() {
    CompiledForm object =
        CompiledForm.used("native-linux-x86_64", "/code", "7 bytes, made on this machine");
    CompiledForm classes = CompiledForm.unused("jvm", "its bundle", "of another version");
    linker.outlooks =
        List.of(
            outlook(
                "native",
                new Readiness(List.of(object), List.of()),
                new Readiness(List.of(), List.of(new Lack("machine code", "there is none")))),
            outlook("jvm", new Readiness(List.of(classes), List.of()), ready()),
            outlook("endive-interpreter", new Readiness(List.of(classes), List.of())));
    assertEquals(
        """
        main.wasm@1.0.0 is available
        main.wasm and what it needs run on engine jvm
        LIBRARY    ENGINE  COMPILED             PLACE       REMARK
        main.wasm  native  native-linux-x86_64  /code       7 bytes, made on this machine
        libbar.so  native                                   needs machine code, which engine native lacks: there is none
        main.wasm  jvm     jvm                  its bundle  not used: of another version
        """,
        shell.type("wasm:why main.wasm"));
  }

  @Test
  void whereNoEngineRunsItThatIsSaid() {
    Lack vectors = new Lack("vectors (simd)", "function f");
    linker.outlooks = List.of(outlook("jvm", new Readiness(List.of(), List.of(vectors))));
    assertEquals(
        """
        main.wasm@1.0.0 is available
        no engine runs main.wasm and what it needs
        LIBRARY    ENGINE  COMPILED  PLACE  REMARK
        main.wasm  jvm                      needs vectors (simd), which engine jvm lacks: function f
        """,
        shell.type("wasm:why main.wasm"));
  }

  @Test
  void anEngineThatStaysAwayIsNamedWithTheReason() {
    linker.outlooks = List.of(outlook("jvm", ready()));
    shell.absences.add(new EngineAbsence("native", "compile: found \u001b"));
    assertEquals(
        """
        main.wasm@1.0.0 is available
        main.wasm and what it needs run on engine jvm
        engine native stays away: compile: found \\u001b
        """,
        shell.type("wasm:why main.wasm"));
  }

  @Test
  void programsOnOtherEnginesAreNamed() {
    linker.outlooks = List.of(outlook("native", ready()));
    linker.link();
    assertEquals(
        """
        main.wasm@1.0.0 is available
        main.wasm and what it needs run on engine native
        program 1 main.wasm runs on engine fake: it was linked for it, or before this was so
        """,
        shell.type("wasm:why main.wasm"));
  }

  private static Readiness ready() {
    return new Readiness(List.of(), List.of());
  }

  private EngineOutlook outlook(String engine, Readiness... readiness) {
    List<String> names = List.of("main.wasm", "libbar.so");
    List<EngineOutlook.Module> modules = new ArrayList<>();
    for (Readiness each : readiness) {
      Library library = linker.library(names.get(modules.size())).orElseThrow();
      modules.add(new EngineOutlook.Module(library, each));
    }
    return new EngineOutlook(engine, modules);
  }

  @Test
  void whatIsWaitedForIsFollowedToItsEnd() {
    runtime.become("main.wasm", LibraryState.WAITING, "libbar.so: that of libbar waits itself");
    runtime.become(
        "libbar.so",
        LibraryState.WAITING,
        "libfoo.so: " + NOT_STARTED,
        "libgone.so: no wired bundle provides it");
    runtime.become("libfoo.so", LibraryState.WITHDRAWN, NOT_STARTED);
    String expected =
        """
        NAME           VERSION  STATE      ID  REASON
        main.wasm      1.0.0    waiting    13  libbar.so: that of libbar waits itself
          libbar.so    1.0.0    waiting    10  libfoo.so: bundle org.example.libfoo 2.0.0 is not started
          libbar.so    1.0.0    waiting    10  libgone.so: no wired bundle provides it
            libfoo.so  2.0.0    withdrawn  11  bundle org.example.libfoo 2.0.0 is not started
        """;
    assertEquals(expected, shell.type("wasm:why main.wasm"));
    assertEquals(expected, shell.type("wasm:why 13"));
  }

  @Test
  void librariesThatNeedEachOtherAreToldOnce() {
    LibraryDTO ping =
        runtime.add(30, "libping.so", "1.0.0", LibraryState.WAITING, "libpong.so: waits itself");
    LibraryDTO pong =
        runtime.add(31, "libpong.so", "1.0.0", LibraryState.WAITING, "libping.so: waits itself");
    runtime.wire(ping, "libpong.so");
    runtime.wire(pong, "libping.so");
    assertEquals(
        """
        NAME          VERSION  STATE    ID  REASON
        libping.so    1.0.0    waiting  30  libpong.so: waits itself
          libpong.so  1.0.0    waiting  31  libping.so: waits itself
        """,
        shell.type("wasm:why libping.so"));
  }

  @Test
  void aFailedLibraryTellsTheCause() {
    runtime.add(30, "libx.so", "1.0.0", LibraryState.FAILED, "libx.so: digest is 1, not 2");
    assertEquals(
        """
        NAME     VERSION  STATE   ID  REASON
        libx.so  1.0.0    failed  30  libx.so: digest is 1, not 2
        """,
        shell.type("wasm:why libx.so"));
  }
}

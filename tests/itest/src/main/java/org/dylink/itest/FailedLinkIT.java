package org.dylink.itest;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LinkRequest;
import org.dylink.linker.Linker;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A link that fails says all that is wrong, and leaves no program, thread or open host library. */
@FrameworkTest
class FailedLinkIT {
  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;
  @TempDir Path folder;

  private final NumberHost host = new NumberHost(1);

  @BeforeEach
  void addHost() {
    host.register(context, 0);
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    assertEquals(List.of(), linker.programs());
    assertEquals(0, host.open());
    for (Thread thread : FrameworkState.dylinkThreads()) {
      thread.join(Duration.ofSeconds(10).toMillis());
    }
    assertEquals(List.of(), FrameworkState.dylinkThreads());
  }

  @Test
  void allMissingLibrariesAreNamed() throws Exception {
    LibraryJar.named("main")
        .library(Modules.library("main.wasm", "liba.so", "libb.so").build(), "1.0.0")
        .header("Require-Capability", null)
        .start(context);
    assertFails(
        "main.wasm",
        Reason.MISSING_LIBRARY,
        "main.wasm: needed library liba.so not found: no wired bundle provides it"
            + " (main.wasm -> liba.so)",
        "main.wasm: needed library libb.so not found: no wired bundle provides it"
            + " (main.wasm -> libb.so)");
  }

  @Test
  void allMissingSymbolsAreNamed() throws Exception {
    start(
        withHost("main.wasm")
            .importFunction("env", "one", "() -> ()")
            .importFunction("env", "two", "() -> ()"));
    assertFails(
        "main.wasm",
        request -> request.bindNow(true),
        Reason.MISSING_SYMBOL,
        "main.wasm: undefined function one: searched main.wasm",
        "main.wasm: undefined function two: searched main.wasm");
  }

  @Test
  void aSignatureMismatchShowsBothSides() throws Exception {
    TestFiles.start(context, folder, "libmm.so");
    TestFiles.start(context, folder, "mismatch.wasm");
    assertFails(
        "mismatch.wasm",
        Reason.TYPE_MISMATCH,
        "mismatch.wasm: import env.add: signature mismatch: expected (i32, i32, i32) -> i32,"
            + " libmm.so has (i32, i32) -> i32");
  }

  @Test
  void aMainThatKeepsItsStackPointerIsToldTheFlag() throws Exception {
    TestFiles.start(context, folder, "nonpie-nosp.wasm");
    assertFails(
        "nonpie-nosp.wasm",
        Reason.UNSUPPORTED,
        "nonpie-nosp.wasm: does not export __stack_pointer:"
            + " link it with wasm-ld --export=__stack_pointer");
  }

  @Test
  void dataThatDoesNotFitIsMeasured() throws Exception {
    start(
        ModuleBuilder.module("large.wasm")
            .dylink(dylink().memInfo(200_000, 4, 0, 0))
            .importMemory("env", "memory", 0)
            .importFunction(NumberHost.NAME, "number", "() -> i32"));
    assertFails(
        "large.wasm",
        request -> request.stackSize(1_024).maxMemory(3 * 65_536),
        Reason.NO_SPACE,
        "large.wasm: data region does not fit: needs 200000 bytes aligned to 16,"
            + " next free address 0x00000800, memory limit 3 pages (196608 bytes)");
  }

  @Test
  void aBodyThatIsNotValidIsRefusedByAnEngineThatCompilesAllAtOnce() throws Exception {
    start(withHost("invalid.wasm").exportedFunction("f", "() -> i32", code()));
    assertFails(
        "invalid.wasm",
        request -> request.engine("endive-compiler"),
        Reason.MALFORMED,
        "invalid.wasm: not valid: type mismatch: instruction requires [i32] but stack has []");
  }

  @Test
  void aConstructorThatTrapsIsNamed() throws Exception {
    start(
        withHost("crash.wasm")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().unreachable()));
    assertFails(
        "crash.wasm",
        request -> request.timeout(Duration.ofMinutes(10)),
        Reason.INIT_FAILED,
        "crash.wasm: constructors trapped: unreachable: unreachable instruction executed");
  }

  @Test
  void aConstructorThatDoesNotEndIsStopped() throws Exception {
    start(
        withHost("endless.wasm")
            .exportedFunction("__wasm_call_ctors", "() -> ()", code().loop().br(0).end()));
    LinkRequest request =
        Programs.request(linker, "endless.wasm").timeout(Duration.ofMillis(200)).build();
    TrapException trap = assertThrows(TrapException.class, () -> linker.link(request));
    assertEquals(TrapKind.TIMEOUT, trap.kind());
    assertEquals("still running after 0.2 s", trap.getMessage());
  }

  @Test
  void aLibraryMustHaveADylinkSection() throws Exception {
    LibraryJar.named("main")
        .library(Modules.library("main.wasm", "libplain.so").build(), "1.0.0")
        .library(ModuleBuilder.module("libplain.so").build(), "1.0.0")
        .start(context);
    assertFails(
        "main.wasm",
        Reason.UNSUPPORTED,
        "libplain.so: not a shared library: has no dylink.0 section (main.wasm -> libplain.so)");
  }

  /** A main that opens the host library, so that it has something to leave behind. */
  private static ModuleBuilder withHost(String name) {
    return Modules.library(name).importFunction(NumberHost.NAME, "number", "() -> i32");
  }

  private void start(ModuleBuilder main) throws Exception {
    LibraryJar.named("main").library(main.build(), "1.0.0").start(context);
  }

  private void assertFails(String main, Reason reason, String... messages) {
    assertFails(main, request -> request, reason, messages);
  }

  private void assertFails(
      String main, UnaryOperator<LinkRequest.Builder> settings, Reason reason, String... messages) {
    LinkException failure = link(main, settings);
    assertEquals(List.of(messages), failure.problems().stream().map(Problem::message).toList());
    assertEquals(String.join("\n", messages), failure.getMessage());
    failure.problems().forEach(problem -> assertEquals(reason, problem.reason()));
  }

  private LinkException link(String main, UnaryOperator<LinkRequest.Builder> settings) {
    LinkRequest request = settings.apply(Programs.request(linker, main)).build();
    return assertThrows(LinkException.class, () -> linker.link(request));
  }
}

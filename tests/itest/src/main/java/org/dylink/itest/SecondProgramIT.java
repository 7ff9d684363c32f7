package org.dylink.itest;

import static org.dylink.itest.TestFiles.expected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.format.WasmModule;
import org.dylink.linker.Linker;
import org.dylink.linker.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A module is compiled once, however many programs and bundles have it. */
@FrameworkTest
class SecondProgramIT {
  private static final WasmModule ANSWER = Modules.answering("libanswer.so", 42);

  @InjectBundleContext BundleContext context;
  @InjectService Linker linker;

  @InjectService(filter = "(engine.name=endive-interpreter)")
  Engine interpreter;

  private ForwardingEngine engine;

  @BeforeEach
  void countWhatIsCompiled() {
    engine = new ForwardingEngine("counting", interpreter);
    engine.register(context, 100);
  }

  @Test
  void theSecondProgramCompilesNothing() throws Exception {
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
    assertEquals(List.of("hello.wasm", "libc.so"), engine.compiled());
    assertEquals(expected("hello"), Programs.run(linker, "hello.wasm"));
    assertEquals(List.of("hello.wasm", "libc.so"), engine.compiled());
  }

  @Test
  void anotherProgramCompilesOnlyWhatIsItsOwn() throws Exception {
    Programs.link(linker, "hello.wasm").close();
    Programs.link(linker, "twolevel.wasm").close();
    assertEquals(
        List.of("hello.wasm", "libc.so", "twolevel.wasm", "libbar.so", "libfoo.so"),
        engine.compiled());
  }

  @Test
  void programsOfOneModuleHaveMemoriesOfTheirOwn() throws Exception {
    Bundle counter = LibraryJar.named("counter").library(Counter.MODULE, "1.0.0").start(context);
    assertEquals(Bundle.ACTIVE, counter.getState());
    try (Program first = Programs.link(linker, Counter.NAME);
        Program second = Programs.link(linker, Counter.NAME)) {
      assertEquals(1, first.call("count"));
      assertEquals(2, first.call("count"));
      assertEquals(1, second.call("count"));
    }
    assertEquals(List.of(Counter.NAME), engine.compiled());
  }

  @Test
  void theSameBytesInAnotherBundleAreNotCompiledAgain() throws Exception {
    LibraryJar.named("one").library(ANSWER, "1.0.0").start(context);
    Programs.link(linker, "libanswer.so").close();
    Bundle two = LibraryJar.named("two").library(ANSWER, "2.0.0").start(context);
    try (Program program = Programs.link(linker, "libanswer.so")) {
      assertEquals("two 1.0.0", program.linkMap().libraries().get(0).library().origin());
    }
    assertEquals(List.of("libanswer.so"), engine.compiled());
    two.uninstall();
    Programs.link(linker, "libanswer.so").close();
    assertEquals(List.of("libanswer.so"), engine.compiled());
  }

  @Test
  void whatWasCompiledGoesWithTheLastBundleThatHasIt() throws Exception {
    Bundle bundle = LibraryJar.named("one").library(ANSWER, "1.0.0").start(context);
    Programs.link(linker, "libanswer.so").close();
    bundle.stop();
    bundle.start();
    Programs.link(linker, "libanswer.so").close();
    assertEquals(List.of("libanswer.so", "libanswer.so"), engine.compiled());
  }
}

package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.format.ValueType;
import org.dylink.headers.LibraryHeaders;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.Program;
import org.dylink.linker.Symbol;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Programs whose memory is addressed by 64 bits, as clang and wasm-ld make them for wasm64. */
class WideProgramsTest {
  private static final Path NATIVE = Path.of("src/test/native/wide");

  private final TestLink test = TestLink.with(new JvmEngine());

  private Library main() {
    test.libraries().folder(NATIVE);
    return TestLibrary.of(NATIVE.resolve("wide.wasm"));
  }

  @Test
  void dataAndFunctionsAreFoundByPointersOf64Bits() throws LinkException {
    try (Program program = test.link(main())) {
      assertEquals(0, program.call("check"));
      assertEquals(8L, program.call("size_of_pointer"));
    }
  }

  @Test
  void aPointerToAFunctionGoesToAnotherLibraryAndBack() throws LinkException {
    try (Program program = test.link(main())) {
      long twice = (long) program.call("function_of", 0);
      long thrice = (long) program.call("function_of", 1);
      assertTrue(twice > 0 && thrice > 0 && twice != thrice);
      assertEquals(42, program.call("call", twice, 21));
      assertEquals(63, program.call("call", thrice, 21));
      TrapException trap =
          assertThrows(TrapException.class, () -> program.call("call", twice + (1L << 32), 21));
      assertEquals(TrapKind.OUT_OF_BOUNDS_TABLE, trap.kind());
    }
  }

  @Test
  void aCommandRuns() throws LinkException {
    try (Program program = test.link(main())) {
      assertEquals(0, program.run());
    }
  }

  @Test
  void aStackThatIsUsedUpIsToldAndPutBack() throws LinkException {
    test.option(request -> request.stackSize(65_536));
    try (Program program = test.link(main())) {
      for (int i = 0; i < 3; i++) {
        TrapException trap =
            assertThrows(TrapException.class, () -> program.call("deeper", 100_000));
        assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
        assertEquals("stack of 65536 bytes is used up", trap.getMessage());
      }
      assertEquals(0, program.call("check"));
    }
  }

  @Test
  void theMemoryGrowsAsFarAsTheRequestSays() throws LinkException {
    test.option(request -> request.stackSize(65_536).maxMemory(1L << 20));
    try (Program program = test.link(main())) {
      long pages = program.linkMap().memoryPages();
      assertEquals(pages, program.call("grow", 16 - pages));
      assertEquals(-1L, program.call("grow", 1L));
      assertEquals(-1L, program.call("grow", 1L << 32));
      TrapException trap = assertThrows(TrapException.class, () -> program.call("at", 1L << 20));
      assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind());
    }
  }

  @Test
  void bothSidesAreNamedWhereALibraryHasOtherAddresses() {
    test.libraries(shared("libnarrow.so"));
    LinkException refused = test.refuse(wide("main.wasm", "libnarrow.so"));
    assertEquals(Reason.UNSUPPORTED, refused.reason());
    assertEquals(
        "libnarrow.so: has addresses of 32 bits (wasm32), while main.wasm has addresses of 64"
            + " bits (wasm64): a program has one memory (main.wasm -> libnarrow.so)",
        refused.getMessage());

    TestLink other = TestLink.with(new JvmEngine());
    other.libraries(wide("libwide.so"));
    LinkException refusedToo = other.refuse(shared("main.wasm", "libwide.so"));
    assertEquals(
        "libwide.so: has addresses of 64 bits (wasm64), while main.wasm has addresses of 32"
            + " bits (wasm32): a program has one memory (main.wasm -> libwide.so)",
        refusedToo.getMessage());
  }

  @Test
  void anEngineWithoutThemIsNamed() {
    LinkException refused = TestLink.with(new InterpreterEngine()).refuse(wide("main.wasm"));
    assertEquals(
        "main.wasm: needs 64-bit addresses (memory64), which engine endive-interpreter lacks:"
            + " import env.memory",
        refused.getMessage());
  }

  @Test
  void aHostFunctionWithPointersOf32BitsIsRefusedByItsSignature() {
    ModuleBuilder main = wide("main.wasm").importFunction("test", "f", "(i64) -> i32");
    test.host(new FakeHost("test").with("f", "(i32) -> i32", (guest, arguments) -> 0));
    assertEquals(
        "main.wasm: import test.f: signature mismatch: expected (i64) -> i32, test has (i32) ->"
            + " i32: its pointers have 32 bits, those of main.wasm have 64 (wasm64)",
        test.refuse(main).getMessage());
  }

  @Test
  void eachThreadOfJavaHasItsOwnThreadLocalData() throws LinkException {
    test.libraries().folder(NATIVE);
    List<Object> others = new ArrayList<>();
    Program[] running = new Program[1];
    test.host(
        new FakeHost("test")
            .with(
                "pause",
                "() -> ()",
                (guest, arguments) -> {
                  CompletableFuture.runAsync(() -> others.add(running[0].call("counted", 0)))
                      .join();
                  return null;
                }));
    try (Program program = test.link(TestLibrary.of(NATIVE.resolve("count.wasm")))) {
      running[0] = program;
      assertEquals(41_141L, program.call("counted", 1));
      assertEquals(List.of(41_141L), others);
      assertEquals(42_242L, program.call("counted", 0));
      assertEquals(3, program.call("all"));
    }
  }

  @Test
  void symbolsAndFeaturesAreTold() {
    Library library = TestLibrary.of(NATIVE.resolve("libwide.so"));
    assertEquals("wasm64-unknown", LibraryHeaders.target(library.module()));
    assertEquals("import env.memory", library.module().features().get(Feature.MEMORY64));
    List<String> data =
        library.symbols().stream()
            .filter(symbol -> symbol.kind() == Symbol.Kind.DATA)
            .map(Symbol::name)
            .sorted()
            .toList();
    assertEquals(List.of("functions", "last_step", "numbers"), data);
  }

  private static ModuleBuilder wide(String name, String... needed) {
    return module(name)
        .dylink(dylink().needed(needed))
        .importWideMemory("env", "memory", 0)
        .importWideTable("env", "__indirect_function_table", 0)
        .importGlobal("env", "__memory_base", ValueType.I64, false);
  }
}

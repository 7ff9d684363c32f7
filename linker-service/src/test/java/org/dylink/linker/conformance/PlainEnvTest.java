package org.dylink.linker.conformance;

import static org.dylink.linker.testing.Shapes.constant;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.TrapException;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.EachEngine;
import org.dylink.linker.testing.FakeHost;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Plain modules have a memory, and an {@code env}, of their own, beside C's. */
@EachEngine
class PlainEnvTest {
  private static final String ABORT = "(i32, i32, i32, i32) -> ()";
  private static final String TRACE = "(i32, i32, f64, f64, f64, f64, f64) -> ()";

  private final TestLink test;
  private final List<String> seen = new ArrayList<>();

  PlainEnvTest(Engine engine) {
    test = TestLink.with(engine);
    test.host(
        new FakeHost("host")
            .with(
                "see",
                "(i32) -> ()",
                (guest, arguments) -> note("" + guest.memory().readByte((int) arguments[0]))));
  }

  @Test
  void abortOfAssemblyScriptIsNotThatOfC() throws LinkException {
    ModuleBuilder calc = module("calc.wasm").importFunction("env", "abort", ABORT);
    strings(calc, "Index out of range", "~lib/array.ts");
    calc.exportedFunction(
        "fail",
        "() -> ()",
        code()
            .i32Const(20)
            .i32Const(120)
            .i32Const(114)
            .i32Const(42)
            .call("env.abort")
            .unreachable());
    try (Program program = linkedWith(calc)) {
      TrapException trap = assertThrows(TrapException.class, () -> program.call("go"));
      assertEquals("unreachable: Index out of range in ~lib/array.ts:114:42", trap.summary());
    }
  }

  @Test
  void abortOfCStaysThatOfC() throws LinkException {
    ModuleBuilder calc = module("calc.wasm").importFunction("env", "abort", "() -> ()");
    calc.exportedFunction("fail", "() -> ()", code().call("env.abort"));
    try (Program program = linkedWith(calc)) {
      assertThrows(TrapException.class, () -> program.call("go"));
      assertEquals(1, program.call("aborted"));
    }
  }

  @Test
  void traceAndConsoleArePrintedWithTextOfTheModule() throws LinkException {
    ModuleBuilder calc = module("calc.wasm").importFunction("env", "trace", TRACE);
    calc.importFunction("env", "console.log", "(i32) -> ()");
    strings(calc, "h\u00e4llo", "second");
    Code values =
        code()
            .i32Const(20)
            .i32Const(4)
            .f64Const(1)
            .f64Const(2.5)
            .f64Const(1e21)
            .f64Const(-1e-7)
            .f64Const(9);
    calc.exportedFunction(
        "fail", "() -> ()", values.call("env.trace").i32Const(120).call("env.console.log"));
    try (Program program = linkedWith(calc)) {
      program.call("go");
    }
    assertEquals("h\u00e4llo 1 2.5 1e+21 -1e-7\nsecond\n", test.output());
  }

  @Test
  void clocksAndSeedAreNumbersOfTheirTypes() throws LinkException {
    ModuleBuilder calc = module("calc.wasm");
    List<String> names = List.of("env.seed", "env.Date.now", "env.performance.now");
    names.forEach(name -> calc.importFunction("env", name.substring(4), "() -> f64"));
    calc.importFunction("gojs", "runtime.ticks", "() -> f64");
    Code body = code();
    names.forEach(name -> body.call(name).drop());
    calc.exportedFunction("fail", "() -> ()", body.call("gojs.runtime.ticks").drop());
    try (Program program = linkedWith(calc)) {
      program.call("go");
    }
  }

  @Test
  void aModuleThatIsGivenAsEnvComesFirst() throws LinkException {
    plain("env", constant(module("glue.wasm").memory(1).exportMemory("memory"), "answer", 7));
    ModuleBuilder calc =
        module("calc.wasm")
            .importFunction("env", "answer", "() -> i32")
            .importMemory("env", "memory", 1)
            .exportedFunction("get", "() -> i32", code().call("env.answer"));
    plain("calc", calc);
    test.libraries(constant(shared("libc.so"), "answer", 5));
    ModuleBuilder needing =
        shared("main.wasm", "libc.so").importFunction("calc", "get", "() -> i32");
    needing.importFunction("env", "answer", "() -> i32");
    needing.exportedFunction(
        "both", "() -> i32", code().call("calc.get").call("env.answer").i32Sub());

    try (Program program = test.link(needing)) {
      assertEquals(7 - 5, program.call("both"));
    }
  }

  @Test
  void aHostFunctionOfTheTypeComesBeforeWhatTheToolchainExpects() throws LinkException {
    test.host(new FakeHost("env").with("abort", ABORT, (guest, arguments) -> note("own abort")));
    ModuleBuilder calc = module("calc.wasm").importFunction("env", "abort", ABORT);
    calc.memory(1).exportMemory("memory");
    Code call = code().i32Const(0).i32Const(0).i32Const(0).i32Const(0).call("env.abort");
    calc.exportedFunction("fail", "() -> ()", call);
    try (Program program = linkedWith(calc)) {
      program.call("go");
    }
    assertEquals(List.of("own abort"), seen);
  }

  @Test
  void whatFitsNobodyIsTold() {
    ModuleBuilder calc = module("calc.wasm").importFunction("env", "abort", "(f32) -> ()");
    plain("calc", calc);
    test.libraries(aborting());

    assertEquals(
        "calc.wasm: import env.abort: signature mismatch: expected (f32) -> (), libc.so has"
            + " () -> ()",
        test.refuse(shared("main.wasm", "libc.so")).getMessage());
  }

  @Test
  void anAddressThatAPlainModulePassesIsOneOfItsOwnMemory() throws LinkException {
    ModuleBuilder calc =
        module("calc.wasm")
            .importFunction("host", "see", "(i32) -> ()")
            .memory(1)
            .exportMemory("memory")
            .data(code().i32Const(3000), new byte[] {77})
            .exportedFunction("fail", "() -> ()", code().i32Const(3000).call("host.see"));
    try (Program program = linkedWith(calc)) {
      program.call("go");
    }
    assertEquals(List.of("77"), seen);
  }

  /** A program over a libc that has abort, which calls the plain module. */
  private Program linkedWith(ModuleBuilder calc) throws LinkException {
    plain("calc", calc);
    test.libraries(aborting());
    ModuleBuilder main = shared("main.wasm", "libc.so");
    main.importFunction("calc", "fail", "() -> ()");
    return test.link(main.exportedFunction("go", "() -> ()", code().call("calc.fail")));
  }

  private static ModuleBuilder aborting() {
    return shared("libc.so")
        .global("count", ValueType.I32, true, code().i32Const(0))
        .exportedFunction("abort", "() -> ()", code().i32Const(1).globalSet("count").unreachable())
        .exportedFunction("aborted", "() -> i32", code().globalGet("count"));
  }

  /** Two strings as AssemblyScript has them, at 20 and 120. */
  private static void strings(ModuleBuilder module, String one, String two) {
    module.memory(1).exportMemory("memory");
    module.data(code().i32Const(16), counted(one));
    module.data(code().i32Const(116), counted(two));
  }

  private static byte[] counted(String text) {
    byte[] units = text.getBytes(StandardCharsets.UTF_16LE);
    byte[] counted = new byte[4 + units.length];
    counted[0] = (byte) units.length;
    System.arraycopy(units, 0, counted, 4, units.length);
    return counted;
  }

  private Object note(String event) {
    seen.add(event);
    return null;
  }

  private void plain(String name, ModuleBuilder module) {
    TestLibrary library = TestLibrary.of(module);
    test.option(o -> o.module(name, library));
  }
}

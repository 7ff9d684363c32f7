package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.GuestFrame;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.format.PrintableText;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names of functions and modules that the JVM would not take. */
class NamesTest {
  private static final String VOID = "() -> ()";

  static List<String> names() {
    return List.of(
        "",
        " ",
        ".",
        "a.b;c[d/e<f>g]h",
        "<init>",
        "<clinit>",
        "(call)",
        "callBoxed",
        "f (part 1)",
        "\0",
        "größe",
        "\u20ac",
        "\ud83d\ude00",
        "ns::f<int, char*>(int[], std::string const&)",
        "wasm.type.I_I",
        "x".repeat(70_000),
        "\u20ac".repeat(30_000),
        "\ud83d\ude00".repeat(999),
        "a" + "\ud83d\ude00".repeat(999));
  }

  @ParameterizedTest
  @MethodSource("names")
  void runsFunctionsOfAnyName(String name) {
    Instance instance =
        start(
            module("lib.so")
                .function(name, VOID, code().unreachable())
                .exportedFunction("f", VOID, code().call(name))
                .withNames());

    assertTrapsIn(
        List.of(new GuestFrame("lib.so", name), new GuestFrame("lib.so", "f")), instance, "f");
  }

  @ParameterizedTest
  @MethodSource("names")
  void exportsAndImportsFunctionsOfAnyName(String name) {
    JvmEngine engine = new JvmEngine();
    ModuleBuilder library =
        module("libfoo.so").exportedFunction(name, "() -> i32", code().i32Const(7));
    ModuleBuilder importing =
        module("main.wasm")
            .importFunction("env", name, "() -> i32")
            .exportedFunction("f", "() -> i32", code().call("env." + name));
    Instance main =
        start(compile(engine, importing), Guests.function(start(compile(engine, library)), name));

    assertEquals(7, call(main, "f"));
  }

  @ParameterizedTest
  @MethodSource("names")
  void runsModulesOfAnyName(String name) {
    Instance instance =
        start(
            module(name)
                .function("inner", VOID, code().unreachable())
                .exportedFunction("f", VOID, code().call("inner"))
                .withNames());

    assertTrapsIn(List.of(new GuestFrame(name, "inner"), new GuestFrame(name, "f")), instance, "f");
  }

  @ParameterizedTest
  @MethodSource("names")
  void tellsTheNameOfAFunctionThatIsNotValid(String name) {
    Instance instance = start(module(name).exportedFunction(name, VOID, code().i32Const(1)));

    var trap = assertThrows(TrapException.class, () -> call(instance, name));
    String rule = "type mismatch: expected the end of the stack, found 1 more operands";
    String start = name + ": not valid: function " + name + ": " + rule + " at offset 0x";
    // As people may read it: what a terminal would obey is escaped, what is too long is cut.
    String shown = PrintableText.of(start + "00");
    String told = trap.getMessage();
    int same = Math.min(1_000, shown.length() - 2);
    assertEquals(shown.substring(0, same), told.substring(0, same));
    assertTrue(told.contains(rule), told);
  }

  @Test
  void tellsFunctionsOfOneNameApart() {
    // The name section may give two functions one name, and an export a third.
    var names =
        new org.dylink.testing.Bytes()
            .name("name")
            .section(
                1, new org.dylink.testing.Bytes().u32(2).u32(0).name("same").u32(1).name("same"));
    ModuleBuilder module =
        module("lib.so")
            .function("first", "() -> i32", code().i32Const(1))
            .function("second", "() -> i32", code().i32Const(2))
            .exportedFunction("same", "() -> i32", code().call("first").call("second").i32Sub())
            .sectionAtEnd(0, names);

    assertEquals(-1, call(start(module), "same"));
  }

  @Test
  void tellsModulesOfOneNameApart() {
    JvmEngine engine = new JvmEngine();
    CompiledModule first =
        compile(engine, module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(1)));
    CompiledModule second =
        compile(engine, module("lib.so").exportedFunction("f", "() -> i32", code().i32Const(2)));
    Instance one = start(first);
    Instance other = start(second);

    assertEquals(1, call(one, "f"));
    assertEquals(2, call(other, "f"));
  }

  private static void assertTrapsIn(List<GuestFrame> frames, Instance instance, String name) {
    var trap = assertThrows(TrapException.class, () -> call(instance, name));
    assertEquals("unreachable instruction executed", trap.getMessage());
    assertEquals(frames, trap.guestStack());
  }
}

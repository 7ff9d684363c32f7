package org.dylink.engine.endive;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.InvalidModuleException;
import org.dylink.format.ValueType;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Modules that can be read but not run, with Endive's words for it. */
class InvalidModuleTest {
  private static final List<Engine> ENGINES =
      List.of(new InterpreterEngine(), new CompilerEngine());

  @Test
  void tellsTheRuleThatIsBroken() {
    assertInvalid(
        "bad.wasm: not valid: type mismatch: instruction requires [i32] but stack has [i64]",
        () -> module("bad.wasm").exportedFunction("f", "() -> i32", code().i64Const(1)));
  }

  @Test
  void tellsThatEndiveItselfFails() {
    assertInvalid(
        "bad.wasm: not valid: Endive fails: java.lang.ArrayIndexOutOfBoundsException",
        () ->
            module("bad.wasm")
                // try_table with a catch clause of kind 65
                .exportedFunction("f", "() -> ()", code().op(0x1f, 0x40, 1, 65, 0).end()));
  }

  @Test
  void refusesReferencesThatItCannotCarry() {
    assertInvalid(
        "bad.wasm: needs exnref between modules, which engine %s lacks: export f: function () -> exnref",
        () -> module("bad.wasm").exportedFunction("f", "() -> exnref", code().unreachable()));
    assertInvalid(
        "bad.wasm: needs funcref in a global between modules, which engine %s lacks: import env.g: global funcref",
        () -> module("bad.wasm").importGlobal("env", "g", ValueType.FUNCREF, false));
    assertInvalid(
        "bad.wasm: needs funcref in a tag between modules, which engine %s lacks: import env.t: tag (funcref) -> ()",
        () -> module("bad.wasm").importTag("env", "t", "(funcref) -> ()"));
    assertInvalid(
        "bad.wasm: needs exnref between modules, which engine %s lacks: import env.t: tag (exnref) -> ()",
        () -> module("bad.wasm").importTag("env", "t", "(exnref) -> ()"));
  }

  private interface Source {
    ModuleBuilder make();
  }

  private static void assertInvalid(String message, Source source) {
    for (Engine engine : ENGINES) {
      var thrown =
          assertThrows(InvalidModuleException.class, () -> engine.compile(source.make().build()));
      assertEquals(message.replace("%s", engine.name()), thrown.getMessage());
    }
  }
}

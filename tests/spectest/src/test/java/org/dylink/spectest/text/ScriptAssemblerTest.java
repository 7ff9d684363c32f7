package org.dylink.spectest.text;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite's scripts do not show: what is refused, and labels. */
class ScriptAssemblerTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          (assert_unlinkable (module) "x")          | (assert_unlinkable (module) "x")
          (module (memory 1))                       | (memory 1)
          (module $m)                               | $m
          (module binary "abc")                     | binary
          (module (table 1 funcref))                | (table 1 funcref)
          (module (table externref (elem)))         | (table externref (elem))
          (module (global (mut exnref) (ref.null exn))) | (mut exnref)
          (module (global i32 (i32.const 1)))       | (global i32 (i32.const 1))
          (module (tag (type 0)))                   | (type 0)
          (module (func (import "m" "f") (nop)))    | (nop)
          (module (func (export "\\00")))           | "\\00"
          (module (func (param (ref $t))))          | (ref $t)
          (module (func (param i31ref)))            | i31ref
          (module (func (i32.clz (i32.const 1))))   | (i32.clz (i32.const 1))
          (module (func (br_if 0 (i32.const 1))))   | (br_if 0 (i32.const 1))
          (module (func (nop)))                     | (nop)
          (module (func nop))                       | nop
          (module (func ("nop")))                   | "nop"
          (module (func ()))                        | ()
          (module (func (drop 1)))                  | (drop 1)
          (module (func (call 0 1)))                | (call 0 1)
          (module (func (br)))                      | (br)
          (module (func (br $l)))                   | $l
          (module (func (call $f)))                 | $f
          (module (func (throw $e)))                | $e
          (module (func (call 1)))                  | 1
          (module (func (local.get $x)))            | $x
          (module (func (i32.const 0x1)))           | 0x1
          (module (func (f32.const nan)))           | nan
          (module (func (ref.null $t)))             | $t
          (module (func (return_call_indirect 0)))  | (return_call_indirect 0)
          (module (func (try_table (catcher 0))))   | (catcher 0)
          (module (func (try_table (catch_all))))   | (catch_all)
          (register "m" $m)                         | (register "m" $m)
          (assert_return (get "g"))                 | (get "g")
          (assert_return (invoke $m "f"))           | $m
          (assert_return (invoke "f") (ref.func))   | (ref.func)
          (assert_return (invoke "f") (f32.const nan:canonical)) | nan:canonical
          (assert_trap (invoke "f"))                | (assert_trap (invoke "f"))
          """)
  void refusesWhatItDoesNotKnow(String script, String unknown) {
    assertRefused("line 2: unknown: " + unknown, ";; one line\n" + script);
  }

  @Test
  void refusesWhatIsNoExpression() {
    assertRefused("line 2: a list without an end", "(module)\n(module (func)");
    assertRefused("line 2: unexpected: )", "(module)\n)(module)");
    assertRefused("line 1: a list without an end", "(; a block comment ;)");
    assertRefused("line 1: unexpected: \"", "\"a string without an end");
  }

  @Test
  void refersToTheInnermostLabelOfAName() throws IOException {
    Code expected = code().block("() -> ()").block("() -> ()").br(0).end().br(0).end();

    assertAssembles(expected, "(block $l (block $l (br $l)) (br $l))");
  }

  @Test
  void refersFromCatchClausesToLabelsOutside() throws IOException {
    Code expected =
        code().block("() -> ()").tryTableOf("() -> ()", Clause.onAll(0)).br(0).br(1).end().end();

    assertAssembles(expected, "(block $l (try_table $t (catch_all $l) (br $t) (br $l)))");
  }

  @Test
  void leavesOutCommandsByTheirLines() throws IOException {
    String script = "(module)\n(module (memory 1))\n(register \"m\")";

    assertEquals(
        "{\"commands\":["
            + "{\"type\":\"module\",\"line\":1,\"filename\":\"module.0.wasm\"},"
            + "{\"type\":\"module\",\"line\":2},"
            + "{\"type\":\"register\",\"line\":3,\"as\":\"m\"}]}",
        assemble(script, 2));
    assertFalse(Files.exists(folder.resolve("module.1.wasm")));
  }

  private void assertAssembles(Code expected, String instructions) throws IOException {
    assemble("(module (func " + instructions + "))", 0);

    byte[] module = ModuleBuilder.module("script").function("f", "() -> ()", expected).toArray();
    assertArrayEquals(module, Files.readAllBytes(folder.resolve("module.0.wasm")));
  }

  private void assertRefused(String message, String script) {
    Exception refusal =
        assertThrows(IllegalArgumentException.class, () -> assemble(script, 0), script);
    assertEquals(message, refusal.getMessage(), script);
  }

  private String assemble(String script, int leftOut) throws IOException {
    Path source = Files.writeString(folder.resolve("script.wast"), script);
    Path commands = folder.resolve("commands.json");
    ScriptAssembler.assemble(source, commands, line -> line == leftOut);
    return Files.readString(commands);
  }
}

package org.dylink.spectest.text;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.dylink.testing.Code;
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
          (assert_nothing (module) "x")             | (assert_nothing (module) "x")
          (module (memory))                         | (memory)
          (module (memory x))                       | x
          (module binary abc)                       | abc
          (module (table 1))                        | (table 1)
          (module (tag (type $t)))                  | $t
          (module (func (import "m" "f") (nop)))    | (nop)
          (module (func (param (ref $t))))          | $t
          (module (func (param i32ref)))            | i32ref
          (module (func (param v12)))               | v12
          (module (type (enum)))                    | (enum)
          (module (func (i32.cls (i32.const 1))))   | i32.cls
          (module (func ("nop")))                   | "nop"
          (module (func ()))                        | ()
          (module (func (drop 1)))                  | 1
          (module (func (call 0 1)))                | 1
          (module (func end))                       | end
          (module (func (br)))                      | (br)
          (module (func (br $l)))                   | $l
          (module (func (call $f)))                 | $f
          (module (func (throw $e)))                | $e
          (module (func (local.get $x)))            | $x
          (module (func (i32.const 0x1_0000_0000))) | 0x1_0000_0000
          (module (func (i32.const -0x8000_0001)))  | -0x8000_0001
          (module (func (f32.const nano)))          | nano
          (module (func (v128.const i8x8 0)))       | i8x8
          (module (func (v128.const i8x16 256)))    | (v128.const i8x16 256)
          (module (func (v128.const i64x2 1)))      | (v128.const i64x2 1)
          (module (func (v128.const i16x8 0 0 0 0 0 0 0 0x1_0000))) | 0x1_0000
          (module (func (v128.const f64x2 nan:canonical 0))) | nan:canonical
          (module (func (i8x16.extract_lane_s 256))) | 256
          (module (func (i8x16.shuffle 0 1 2)))     | (i8x16.shuffle 0 1 2)
          (module (func (v128.load8_lane offset=1))) | (v128.load8_lane offset=1)
          (module (func (try_table (catcher 0))))   | catcher
          (module (func (if (then) (otherwise))))   | (otherwise)
          (module (func (try (do) (finally))))      | (finally)
          (module (export "f" (function 0)))        | (function 0)
          (register)                                | (register)
          (assert_return (call "g"))                | (call "g")
          (assert_return (invoke "f") (ref.some))   | (ref.some)
          (assert_return (invoke "f") (f32.const nan:silent)) | nan:silent
          (assert_return (invoke "f") (v128.const i64x2 1 2 3)) | 3
          (assert_return (invoke "f") (v128.const i64x2 nan:canonical 2)) | nan:canonical
          (assert_trap (invoke "f"))                | (assert_trap (invoke "f"))
          """)
  void refusesWhatItDoesNotKnow(String script, String unknown) {
    assertRefused("line 2: unknown: " + unknown, ";; one line\n" + script);
  }

  @Test
  void refusesWhatIsNoExpression() {
    assertRefused("line 2: a list without an end", "(module)\n(module (func)");
    assertRefused("line 2: unexpected: )", "(module)\n)(module)");
    assertRefused("line 1: a comment without an end", "(; a comment (; in another ;)");
    assertRefused("line 1: unexpected: \"", "\"a string without an end");
  }

  @Test
  void refersToTheInnermostLabelOfAName() throws IOException {
    Code expected = code().op(2, 0x40).op(2, 0x40).br(0).end().br(0).end();

    assertAssembles(expected, "(block $l (block $l (br $l)) (br $l))");
  }

  @Test
  void refersFromCatchClausesToLabelsOutside() throws IOException {
    Code expected = code().op(2, 0x40).op(0x1f, 0x40, 1, 2, 0).br(0).br(1).end().end();

    assertAssembles(expected, "(block $l (try_table $t (catch_all $l) (br $t) (br $l)))");
  }

  @Test
  void assemblesFlatInstructionsAsFolded() throws IOException {
    assertSame(
        "(if $l (result i32) (i32.eqz (i32.const 1)) (then (i32.const 2)) (else (br $l (i32.const"
            + " 3))))",
        "i32.const 1 i32.eqz if $l (result i32) i32.const 2 else $l i32.const 3 br $l end $l");
    assertSame(
        "(call_indirect (type $t) (i32.load offset=4 (i32.const 0x8)))",
        "i32.const 8 i32.load offset=4 align=4 call_indirect 0 (type 0)");
  }

  @Test
  void leavesOutCommentsAndAnnotations() throws IOException {
    assertSame(
        "(nop)", "(@metadata.code.branch_hint \"\\01\" (x)) (; (; inner ;) ;) nop ;; the rest\n");
  }

  @Test
  void namesMayBeQuoted() throws IOException {
    assertSame("(block $ab (br $ab))", "(block $\"a\\62\" (br $ab))");
  }

  @Test
  void numbersAreAsTheFormatHasThem() throws IOException {
    assertSame("(i32.const -1)", "(i32.const 0xffff_ffff)");
    assertSame("(i64.const 1000)", "(i64.const +1_000)");
    assertSame("(f32.const 1.5)", "(f32.const 0x1.8)");
    assertSame("(f64.const 4)", "(f64.const 0x.4p+4)");
    assertSame("(f32.const nan)", "(f32.const nan:0x40_0000)");
  }

  /** Bytes by the binary format, type section. */
  @Test
  void writesTypesThatReferToEachOther() throws IOException {
    assemble(
        "(module (rec (type $a (struct (field $x (ref null $b)))) (type $b (array (mut i8))))"
            + "(type $d (sub (func))) (type (sub final $d (func))))",
        0);

    assertArrayEquals(
        new byte[] {
          0, 'a', 's', 'm', 1, 0, 0, 0, 1, 22, 3, 0x4e, 2, 0x5f, 1, 0x63, 1, 0, 0x5e, 0x78, 1, 0x50,
          0, 0x60, 0, 0, 0x4f, 1, 2, 0x60, 0, 0
        },
        Files.readAllBytes(folder.resolve("module.0.wasm")));
  }

  @Test
  void functionsTakeTheFirstTypeThatIsTheirs() throws IOException {
    assemble("(module (type (func (param i32))) (func) (func (param i32)) (func))", 0);

    byte[] module = Files.readAllBytes(folder.resolve("module.0.wasm"));
    assertArrayEquals(
        new byte[] {1, 8, 2, 0x60, 1, 0x7f, 0, 0x60, 0, 0, 3, 4, 3, 1, 0, 1},
        Arrays.copyOfRange(module, 8, 24));
  }

  @Test
  void leavesOutCommandsByTheirLines() throws IOException {
    String script = "(module)\n(module (memory x))\n(register \"m\")";

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

  private void assertSame(String instructions, String others) throws IOException {
    assertArrayEquals(inModule(instructions), inModule(others), others);
  }

  private byte[] inModule(String instructions) throws IOException {
    assemble(
        "(module (type $t (func)) (memory 1) (table 1 funcref) (func " + instructions + "))", 0);
    return Files.readAllBytes(folder.resolve("module.0.wasm"));
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

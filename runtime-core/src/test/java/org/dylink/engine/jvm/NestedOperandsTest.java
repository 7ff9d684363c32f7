package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import org.dylink.engine.TrapException;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Blocks in each other, or behind each other, with operands below them. What cannot be written is
 * refused before it has taken the heap, or the JVM: the metaspace of HotSpot has no room for stack
 * maps of more than 16 MiB, and ends it.
 */
class NestedOperandsTest {
  private static final String INT_TO_INT = "(i32) -> i32";
  private static final int TRY = 0x06;
  private static final int I32 = 0x7f;
  private static final int CATCH_ALL = 0x19;
  private static final int DELEGATE = 0x18;
  private static final int MANY = 10_000;

  /** Each adds its operand to what the one in it gives; the innermost throws, and gives 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000, 4_000})
  void handlersOfTheLegacyEncodingKeepTheirOperands(int depth) {
    Code code = code();
    IntStream.range(0, depth).forEach(i -> code.i32Const(i).op(TRY, I32));
    code.throwTag("tag");
    IntStream.range(0, depth).forEach(i -> code.op(CATCH_ALL).i32Const(1).end().i32Add());

    assertEquals(1 + sum(depth), run(code, 0));
  }

  /** All but one only pass on what is thrown to that one, which gives 1. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000, 4_000})
  void whoDelegatesKeepsNone(int depth) {
    Code code = code().op(TRY, I32);
    IntStream.range(0, depth).forEach(i -> code.i32Const(i).op(TRY, I32));
    code.localGet(0).call("g");
    IntStream.range(0, depth).forEach(i -> code.op(DELEGATE, 0).i32Add());
    code.op(CATCH_ALL).i32Const(1).end();

    assertEquals(5 + sum(depth), run(code, 5), "nothing is thrown");
    assertEquals(1, run(code, 0), "the innermost throws");
  }

  /** Each adds its operand to a sum, and throws to the one around it. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000, 4_000})
  void handlersKeepTheirOperands(int depth) {
    assertEquals(sum(depth), run(throwingOn(depth), 0));
  }

  private static Code throwingOn(int depth) {
    Code code = code().locals(ValueType.I32);
    for (int i = 0; i < depth; i++) {
      code.i32Const(i).block().tryTable(null, Clause.onAll(0));
    }
    for (int i = 0; i < depth; i++) {
      code.throwTag("tag").end().end().localGet(1).i32Add().localSet(1);
    }
    return code.localGet(1);
  }

  /** All go to the outermost block: it takes its own operand off, and no other is there. */
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_000})
  void handlersOfOneBlockShareWhatIsBelowIt(int depth) {
    Code code = code().i32Const(40).block();
    for (int i = 0; i < depth; i++) {
      code.i32Const(i).tryTable(null, Clause.onAll(i));
    }
    code.localGet(0).call("g").drop();
    for (int i = 0; i < depth; i++) {
      code.end().drop();
    }
    code.end().i32Const(2).i32Add();

    assertEquals(42, run(code, 0), "the innermost throws");
    assertEquals(42, run(code, 1), "nothing is thrown");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void branchesByATableDropWhatIsInBetween(int depth) {
    for (int i = 0; i < depth; i++) {
      assertEquals(depth - 1 - i, run(cases(depth), i));
    }
  }

  @Test
  void branchesByATableThatDropTooMuchAreRefused() {
    assertRefused(cases(4_000));
  }

  /** Each block has its number below it, which is the result if a branch goes to it. */
  private static Code cases(int depth) {
    Code code = code().locals(ValueType.I32);
    for (int i = 0; i < depth; i++) {
      code.i32Const(i).block();
    }
    code.localGet(0).brTable(IntStream.range(0, depth).toArray());
    for (int i = depth - 1; i >= 0; i--) {
      code.end().returnAll();
    }
    return code;
  }

  @Test
  void manyLabelsWithManyOperandsAreRefused() {
    Code blocks = operands();
    Code loops = operands();
    Code choices = operands();
    for (int i = 0; i < MANY; i++) {
      blocks.block().localGet(0).brIf(0).end();
      loops.loop().end();
      choices.localGet(0).localGet(0).select();
    }
    assertRefused(sums(blocks));
    assertRefused(sums(loops));
    assertRefused(sums(choices));
  }

  @Test
  void branchesThatDropManyOperandsAreRefused() {
    Code code = code().block(ValueType.I32).then(operands());
    for (int i = 0; i < MANY; i++) {
      code.localGet(0).brIf(0);
    }
    assertRefused(sums(code).end());
  }

  private static Code operands() {
    Code code = code();
    IntStream.range(0, MANY).forEach(i -> code.localGet(0));
    return code;
  }

  private static Code sums(Code code) {
    IntStream.range(1, MANY).forEach(i -> code.i32Add());
    return code;
  }

  private static int sum(int below) {
    return below * (below - 1) / 2;
  }

  private static Object run(Code code, int argument) {
    return call(start(function(code)), "f", argument);
  }

  private static void assertRefused(Code code) {
    var trap = assertThrows(TrapException.class, () -> run(code, 0));
    assertEquals(
        "lib.so: function f: function too large: this engine has at most 65535 bytes of bytecode"
            + " that cannot be split",
        trap.getMessage().replaceFirst(" at offset 0x[0-9a-f]+$", ""));
  }

  private static ModuleBuilder function(Code code) {
    Code throwing = code().localGet(0).i32Eqz().ifThen().throwTag("tag").end().localGet(0);
    return module("lib.so")
        .tag("tag", "() -> ()")
        .exportedFunction("f", INT_TO_INT, code)
        .function("g", INT_TO_INT, throwing);
  }
}

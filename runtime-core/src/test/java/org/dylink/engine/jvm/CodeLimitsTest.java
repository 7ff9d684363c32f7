package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.dylink.engine.Instance;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large a function may be: it runs, or the limit is named. */
class CodeLimitsTest {
  private static final String INT_TO_INT = "(i32) -> i32";
  private static final ValueType[] NO_TYPES = {};

  @ParameterizedTest
  @ValueSource(ints = {999, 1_000, 1_001, 10_000, 20_001, 60_000, 65_520})
  void branchesByATableOfManyEntries(int entries) {
    Code code =
        code()
            .block()
            .block()
            .localGet(0)
            .brTable(IntStream.rangeClosed(0, entries).map(i -> i % 2).toArray())
            .end()
            .i32Const(10)
            .returnAll()
            .end()
            .i32Const(11);
    Instance instance = start(function(INT_TO_INT, code));

    int[] indexes = {
      0, 1, 2, 501, entries / 2, entries - 1, entries, entries + 1, 1 << 16, Integer.MAX_VALUE, -1
    };
    for (int i : indexes) {
      int entry = i < 0 ? entries : Math.min(i, entries);
      assertEquals(10 + entry % 2, call(instance, "f", i), "entry " + i);
    }
  }

  /** Some targets take a value, and drop what is below it; one is a loop. */
  @Test
  void carriesValuesByATableOfManyEntries() {
    int[] depths = IntStream.rangeClosed(0, 50_000).map(i -> i % 3 == 2 ? 0 : 1).toArray();
    Code code =
        code()
            .block(ValueType.I32)
            .i32Const(7)
            .i32Const(100)
            .loop("(i32) -> i32")
            .i32Const(1)
            .i32Add()
            .localGet(0)
            .i32Const(0)
            .localSet(0)
            .brTable(depths)
            .end()
            .i32Add()
            .end();
    Instance instance = start(function(INT_TO_INT, code));

    // What goes round finds 0 the next time, which leaves.
    for (int i : new int[] {0, 1, 2, 3, 1_001, 20_000, 20_001, 49_998, 49_999, 50_000, -1}) {
      boolean goesRound = (i < 0 ? 50_000 : i) % 3 == 2;
      assertEquals(goesRound ? 102 : 101, call(instance, "f", i), "entry " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 4_000})
  void branchesByATableToManyBlocks(int targets) {
    Instance instance = start(function(INT_TO_INT, cases(targets)));

    for (int i : new int[] {0, 1, targets / 2, targets - 1, targets, -1}) {
      int from = i < 0 ? targets - 1 : Math.min(i, targets - 1);
      assertEquals(IntStream.range(from, targets).sum(), call(instance, "f", i), "target " + i);
    }
  }

  @Test
  void namesTheLimitOfWhatCannotBeSplit() {
    assertPastLimit(
        "function too large: this engine has at most 65535 bytes of bytecode that cannot be split"
            + " at offset 0x23",
        function(INT_TO_INT, cases(7_000)));
  }

  /** Adds up the numbers of the cases that are passed through, from the one that is asked for. */
  private static Code cases(int count) {
    Code code = code().locals(ValueType.I32);
    for (int i = 0; i < count; i++) {
      code.block();
    }
    code.localGet(0).brTable(IntStream.range(0, count).toArray());
    for (int i = 0; i < count; i++) {
      code.end().localGet(1).i32Const(i).i32Add().localSet(1);
    }
    return code.localGet(1);
  }

  @ParameterizedTest
  @CsvSource({"i32, 1000", "i64, 1000", "i32, 50000", "f64, 50000"})
  void hasManyLocalsThatAreZero(String type, int count) {
    ValueType local = Signature.value(type);
    Code code = code().locals(Collections.nCopies(count, local).toArray(NO_TYPES));
    Instance instance = start(function("() -> " + type, code.localGet(count - 1)));

    assertEquals(0.0, ((Number) call(instance, "f")).doubleValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_100, 50_000})
  void usesManyLocals(int count) {
    Code code = code().locals(Collections.nCopies(count - 1, ValueType.I32).toArray(NO_TYPES));
    for (int i = 1; i < count; i++) {
      code.localGet(i - 1).i32Const(1).i32Add().localSet(i);
    }
    Instance instance = start(function(INT_TO_INT, code.localGet(count - 1)));

    assertEquals(5 + count - 1, call(instance, "f", 5));
    assertEquals(count - 1, call(instance, "f", 0), "nothing is left of the call before");
  }

  /** In both encodings of exceptions: what was written before one is thrown is read behind it. */
  @Test
  void keepsManyLocalsWhereExceptionsAreCaught() {
    Code write = code().localGet(0).localSet(1_999).throwTag("tag");
    Code current = code().block().tryTable(null, Clause.onAll(0)).then(write).end().end();
    Code legacy = code().op(0x06, 0x40).then(write).op(0x19).end(); // try, catch_all
    for (Code caught : List.of(current, legacy)) {
      Code code = code().locals(Collections.nCopies(2_000, ValueType.I32).toArray(NO_TYPES));
      for (int i = 1; i < 2_000; i++) {
        code.i32Const(i).localSet(i);
      }
      code.then(caught).localGet(1_998).localGet(1_999).i32Add();
      Instance instance = start(function(INT_TO_INT, code).tag("tag", "() -> ()"));

      assertEquals(1_998 + 5, call(instance, "f", 5));
    }
  }

  @Test
  void namesTheLimitOfLocals() {
    Code code = code().locals(Collections.nCopies(50_001, ValueType.I32).toArray(NO_TYPES));
    assertPastLimit(
        "too many locals: this engine has at most 50000 at offset 0x186c4",
        function("() -> ()", code));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void nestsBlocksLoopsAndHandlers(int depth) {
    assertNests(depth, code().block());
    assertNests(depth, code().loop());
    assertNests(depth, code().i32Const(1).ifThen());
    assertNests(depth, code().tryTable(null));
  }

  @Test
  void nestsAlmostAHundredThousand() {
    assertNests(99_990, code().block());
  }

  /** What takes time by the square does not end soon: 15 seconds each, where others take one. */
  @Test
  void nestsAlmostAHundredThousandHandlersOfNothing() {
    Code tries = code();
    Code tables = code().block();
    for (int i = 0; i < 99_990; i++) {
      tries.op(0x06, 0x40); // try
      tables.tryTable(null, Clause.onAll(i));
    }
    for (int i = 0; i < 99_990; i++) {
      tries.op(0x19).end(); // catch_all
      tables.end();
    }
    for (Code code : List.of(tries, tables.end())) {
      assertEquals(5, call(start(function(INT_TO_INT, code.localGet(0))), "f", 5));
    }
  }

  /** Who looks for the handler around each must not go through all blocks around it. */
  @Test
  void hasManyHandlersInManyBlocks() {
    Code code = code().locals(ValueType.I32).op(0x06, 0x40); // try
    for (int i = 0; i < 49_000; i++) {
      code.block();
    }
    Code count = code().localGet(1).i32Const(1).i32Add().localSet(1);
    for (int i = 0; i < 49_000; i++) {
      // Throws if it is the number that is asked for.
      code.op(0x06, 0x40).then(count).localGet(1).localGet(0).op(0x46).ifThen(); // i32.eq
      code.throwTag("tag").end().op(0x19).throwTag("other").end(); // catch_all
    }
    for (int i = 0; i < 49_000; i++) {
      code.end();
    }
    code.op(0x19).localGet(1).returnAll().end().i32Const(-1);
    ModuleBuilder module = function(INT_TO_INT, code).tag("tag", "() -> ()");
    Instance instance = start(module.tag("other", "() -> ()"));

    for (int i : new int[] {1, 2, 30_000, 49_000}) {
      assertEquals(i, call(instance, "f", i));
    }
    assertEquals(-1, call(instance, "f", 0));
  }

  private static void assertNests(int depth, Code opening) {
    Code code = code();
    for (int i = 0; i < depth; i++) {
      code.then(opening);
    }
    code.localGet(0).i32Const(1).i32Add().localSet(0).i32Const(0).brIf(depth - 1);
    for (int i = 0; i < depth; i++) {
      code.end();
    }
    Instance instance = start(function(INT_TO_INT, code.localGet(0)));

    assertEquals(6, call(instance, "f", 5));
  }

  /** In both encodings; what one throws behind its block is for the next. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 50, 1_000, 10_000})
  void eachOfManyHandlersInEachOtherGetsItsOwn(int depth) {
    for (boolean legacy : new boolean[] {false, true}) {
      Instance instance = start(handlers(depth, legacy));

      assertEquals(1, call(instance, "f", 1), "the outermost alone");
      assertEquals((depth + 1) / 2, call(instance, "f", (depth + 1) / 2));
      assertEquals(depth, call(instance, "f", depth), "the innermost, then each behind it");
    }
  }

  /** Throws from inside to the handler with so many around it; each throws on, and counts. */
  private static ModuleBuilder handlers(int depth, boolean legacy) {
    Code code = code().locals(ValueType.I32);
    for (int i = 0; i < depth; i++) {
      code.then(legacy ? code().op(0x06, 0x40) : code().block().tryTable(null, Clause.onAll(0)));
    }
    code.throwTag("tag");
    Code count = code().localGet(1).i32Const(1).i32Add().localSet(1);
    for (int i = depth; i > 0; i--) {
      code.then(legacy ? code().op(0x19) : code().end());
      if (!legacy) {
        code.end();
      }
      Code counted = code().localGet(0).i32Const(i).i32LtS().i32Eqz().ifThen().then(count).end();
      code.then(counted);
      if (i > 1) {
        code.throwTag("tag");
      }
      if (legacy) {
        code.end();
      }
    }
    code.localGet(1);
    return function(INT_TO_INT, code).tag("tag", "() -> ()");
  }

  @Test
  void namesTheLimitOfNesting() {
    Code code = code();
    for (int i = 0; i < 100_000; i++) {
      code.block();
    }
    for (int i = 0; i < 100_000; i++) {
      code.end();
    }
    assertPastLimit(
        "too many blocks in each other: this engine has at most 100000 at offset 0x30d60",
        function("() -> ()", code));
  }

  @ParameterizedTest
  @ValueSource(ints = {100 << 10, 1 << 20})
  void runsLongCode(int size) {
    Code code = code().locals(ValueType.I32);
    int statements = size / 7;
    for (int i = 0; i < statements; i++) {
      code.localGet(1).localGet(0).i32Add().localSet(1);
    }
    Instance instance = start(function(INT_TO_INT, code.localGet(1)));

    assertEquals(3 * statements, call(instance, "f", 3));
  }

  @Test
  void runsOneLongExpression() {
    Code code = code().localGet(0);
    for (int i = 0; i < 100_000; i++) {
      code.i32Const(i).op(0x73); // i32.xor
    }
    Instance instance = start(function(INT_TO_INT, code));

    int expected = IntStream.range(0, 100_000).reduce(5, (a, b) -> a ^ b);
    assertEquals(expected, call(instance, "f", 5));
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 10_000})
  void hasManyOperandsAtOnce(int count) {
    Instance instance = start(function(INT_TO_INT, operands(count)));

    assertEquals(5 * count, call(instance, "f", 5));
  }

  @Test
  void namesTheLimitOfOperands() {
    assertPastLimit(
        "too many operands at once: this engine has at most 30000 at offset 0xea84",
        function(INT_TO_INT, operands(40_000)));
  }

  private static Code operands(int count) {
    Code code = code();
    for (int i = 0; i < count; i++) {
      code.localGet(0);
    }
    for (int i = 1; i < count; i++) {
      code.i32Add();
    }
    return code;
  }

  @Test
  void hasMoreConstantsThanAClass() {
    Code code = code().locals(ValueType.I64, ValueType.F64);
    long sum = 0;
    double floats = 0;
    for (long i = 0; i < 40_000; i++) {
      // Of all sizes, and with each half positive and negative.
      long constant = (i * 0x9e37_79b9_7f4a_7c15L) >> (i % 64);
      sum += constant + (int) constant;
      floats += (double) i + 0.5f * i;
      code.localGet(0).i64Const(constant).i64Add();
      code.i32Const((int) constant).op(0xac).i64Add().localSet(0); // i64.extend_i32_s
      code.localGet(1).f64Const((double) i).f64Add();
      code.f32Const(0.5f * i).op(0xbb).f64Add().localSet(1); // f64.promote_f32
    }
    code.localGet(0).localGet(1);
    Instance instance = start(function("() -> (i64, f64)", code));

    Object[] results = (Object[]) call(instance, "f");
    assertEquals(sum, results[0]);
    assertEquals(floats, results[1]);
  }

  private static ModuleBuilder function(String signature, Code code) {
    return module("lib.so").exportedFunction("f", signature, code);
  }

  /** When it is called first, or when it is loaded by an engine that validates at once. */
  private static void assertPastLimit(String limit, ModuleBuilder module) {
    var built = module.build();
    var eager =
        assertThrows(
            InvalidModuleException.class, () -> JvmEngine.verifyingAtOnce().compile(built));
    assertEquals("lib.so: function f: " + limit, eager.getMessage());
    assertEquals(true, eager.isUnsupported());

    Instance instance = start(Guests.compile(new JvmEngine(), built));
    Object[] arguments =
        built.functionType(0).params().isEmpty() ? new Object[0] : new Object[] {0};
    var lazy = assertThrows(TrapException.class, () -> call(instance, "f", arguments));
    assertEquals("lib.so: function f: " + limit, lazy.getMessage());
  }
}

package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.function;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.stream.IntStream;
import org.dylink.engine.Instance;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** How many parameters and results a function may have; a JVM method has 255 slots. */
class SignatureLimitsTest {
  private static final int MOST_INTS = 250;
  private static final String INTS = signature(MOST_INTS, "i32");

  private final JvmEngine engine = new JvmEngine();

  /** Of 250 ints, the last. */
  private static ModuleBuilder caller(Code calling) {
    Code code = code();
    for (int i = 0; i < MOST_INTS; i++) {
      code.localGet(i);
    }
    return module("lib.so")
        .importFunction("env", "host", INTS)
        .table(1)
        .function("last", INTS, code().localGet(MOST_INTS - 1))
        .exportedFunction("f", INTS, code.then(calling))
        .elements(code().i32Const(0), "last");
  }

  private void assertGivesTheLast(Code calling) throws Throwable {
    MethodHandle last =
        MethodHandles.dropArguments(
            MethodHandles.identity(int.class), 0, Collections.nCopies(MOST_INTS - 1, int.class));
    Instance instance =
        start(
            compile(engine, caller(calling)), engine.newFunction("host", Signature.of(INTS), last));
    Object[] ints = IntStream.range(0, MOST_INTS).boxed().toArray();
    // Often enough that an indirect call is linked.
    for (int i = 0; i < 1_100; i++) {
      assertEquals(MOST_INTS - 1, call(instance, "f", ints));
    }
    assertEquals(MOST_INTS - 1, function(instance, "f").handle().invokeWithArguments(ints));
  }

  @Test
  void passesManyParametersInEveryWay() throws Throwable {
    assertGivesTheLast(code().call("last"));
    assertGivesTheLast(code().call("env.host"));
    assertGivesTheLast(code().returnCall("last"));
    assertGivesTheLast(code().i32Const(0).callIndirect(INTS));
    assertGivesTheLast(code().i32Const(0).returnCallIndirect(INTS));
  }

  @Test
  void countsWideParametersTwice() {
    String wide = signature(125, "i64");
    Instance instance = start(module("lib.so").exportedFunction("f", wide, code().localGet(124)));
    Object[] longs = IntStream.range(0, 125).mapToObj(Long::valueOf).toArray();
    assertEquals(124L, call(instance, "f", longs));

    assertRefused(
        "lib.so: needs functions of that size, which engine jvm lacks: function f: too many"
            + " parameters: this engine has at most 250, where an i64 or f64 counts twice, a v128 four"
            + " times",
        module("lib.so").exportedFunction("f", signature(126, "i64"), code().localGet(0)));
  }

  @Test
  void countsVectorsFourTimes() {
    String most = signature(62, "v128").replace("-> v128", "-> i64");
    Code lane = code().localGet(61).op(0xfd, 0x1d, 1);
    Instance instance = start(module("lib.so").exportedFunction("f", most, lane));
    Object[] vectors = IntStream.range(0, 62).mapToObj(i -> new Vector(0, i)).toArray();
    assertEquals(61L, call(instance, "f", vectors));

    assertRefused(
        "lib.so: needs functions of that size, which engine jvm lacks: function f: too many"
            + " parameters: this engine has at most 250, where an i64 or f64 counts twice, a v128 four"
            + " times",
        module("lib.so").exportedFunction("f", signature(63, "v128"), code().localGet(0)));
  }

  @Test
  void refusesAFunctionOfThreeHundredParameters() {
    String tooMany = signature(300, "i32");
    String limit =
        "too many parameters: this engine has at most 250, where an i64 or f64 counts twice, a v128"
            + " four times";

    String lack = "lib.so: needs functions of that size, which engine jvm lacks: function ";
    assertRefused(
        lack + "f: " + limit, module("lib.so").exportedFunction("f", tooMany, code().localGet(0)));
    assertRefused(lack + "func[0]: " + limit, module("lib.so").importFunction("env", "f", tooMany));
  }

  @Test
  void trapsAtAnIndirectCallOfThreeHundredParameters() {
    Code code = code();
    for (int i = 0; i < 300; i++) {
      code.i32Const(0);
    }
    code.i32Const(0).callIndirect(signature(300, "i32"));
    Instance instance = start(module("lib.so").table(1).exportedFunction("f", "() -> i32", code));

    var trap = assertThrows(TrapException.class, () -> call(instance, "f"));
    assertEquals(
        "lib.so: function f: too many parameters: this engine has at most 250,"
            + " where an i64 or f64 counts twice, a v128 four times at offset 0x3b3",
        trap.getMessage());
  }

  @Test
  void hasBlocksOfThreeHundredParameters() {
    Code code = code();
    for (int i = 0; i < 300; i++) {
      code.i32Const(i);
    }
    code.block(signature(300, "i32"));
    for (int i = 1; i < 300; i++) {
      code.drop();
    }
    Instance instance = start(module("lib.so").exportedFunction("f", "() -> i32", code.end()));

    assertEquals(0, call(instance, "f"));
  }

  @Test
  void givesAThousandResults() {
    Code code = code();
    Code sum = code().call("f");
    for (int i = 0; i < 1_000; i++) {
      code.i32Const(i);
    }
    for (int i = 1; i < 1_000; i++) {
      sum.i32Add();
    }
    Instance instance =
        start(
            module("lib.so")
                .exportedFunction("f", results(1_000), code)
                .exportedFunction("sum", "() -> i32", sum));

    assertArrayEquals(IntStream.range(0, 1_000).boxed().toArray(), (Object[]) call(instance, "f"));
    assertEquals(999 * 500, call(instance, "sum"));
  }

  @Test
  void refusesMoreResults() {
    assertRefused(
        "lib.so: needs functions of that size, which engine jvm lacks: function f: too many"
            + " results: this engine has at most 1000",
        module("lib.so").exportedFunction("f", results(1_001), code().unreachable()));
  }

  @Test
  void throwsExceptionsOfAThousandValues() {
    Code code = code().block(results(1_000)).tryCatch(null, "tag", 0);
    for (int i = 0; i < 1_000; i++) {
      code.i32Const(i);
    }
    code.throwTag("tag").end().unreachable().end();
    for (int i = 1; i < 1_000; i++) {
      code.op(0x6a); // i32.add
    }
    String payload = "(" + ints(1_000) + ") -> ()";
    Instance instance =
        start(module("lib.so").tag("tag", payload).exportedFunction("f", "() -> i32", code));

    assertEquals(999 * 500, call(instance, "f"));
    assertEquals(ValueType.I32, function(instance, "f").type().results().get(0));
  }

  private void assertRefused(String message, ModuleBuilder module) {
    var refused = assertThrows(InvalidModuleException.class, () -> engine.compile(module.build()));
    assertEquals(message, refused.getMessage());
    assertEquals(true, refused.isUnsupported(), "another engine may have more");
  }

  private static String signature(int count, String type) {
    return "(" + String.join(", ", Collections.nCopies(count, type)) + ") -> " + type;
  }

  private static String ints(int count) {
    return String.join(", ", Collections.nCopies(count, "i32"));
  }

  private static String results(int count) {
    return "() -> (" + ints(count) + ")";
  }
}

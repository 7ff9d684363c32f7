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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.GuestThrow;
import org.dylink.engine.Instance;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapException;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;
import org.dylink.format.Vector;
import org.dylink.testing.Code;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Vectors wherever values go, in functions that keep them in either form: no part of one may get
 * lost.
 */
@ParameterizedClass
@EnumSource
class VectorBorderTest {
  private static final Vector A = new Vector(0x0123_4567_89ab_cdefL, 0x1111_2222_3333_4444L);
  private static final Vector B = new Vector(0x1000_0000_0000_0001L, 0x0aaa_0bbb_0ccc_0dddL);
  private static final String BINARY = "(v128, v128) -> v128";

  /** Of what shape the sums are, and so how functions keep their vectors. */
  enum Shape {
    I64X2(0xce, Long.SIZE),
    I32X4(0xae, Integer.SIZE);

    private final int add;
    private final int width;

    Shape(int add, int width) {
      this.add = add;
      this.width = width;
    }

    long sum(long one, long other) {
      long high = (1L << (width - 1)) | Long.MIN_VALUE;
      return ((one & ~high) + (other & ~high)) ^ ((one ^ other) & high);
    }
  }

  @Parameter private Shape shape;

  private Vector sum(Vector one, Vector other) {
    return new Vector(shape.sum(one.low(), other.low()), shape.sum(one.high(), other.high()));
  }

  private Vector sum() {
    return sum(A, B);
  }

  private Code add() {
    return code().op(0xfd, shape.add, 0x01);
  }

  private static Code both() {
    return code().localGet(0).localGet(1);
  }

  private Object binary(Code body) {
    return call(start(module("m.so").exportedFunction("f", BINARY, body)), "f", A, B);
  }

  @Test
  void areParametersAndResultsOfEachKindOfCall() {
    List<Code> calls =
        List.of(
            arguments().call("sum"),
            arguments().i32Const(0).callIndirect(BINARY),
            arguments().returnCall("sum"),
            arguments().i32Const(0).returnCallIndirect(BINARY),
            arguments().call("env.host"),
            arguments().returnCall("env.host"));
    for (Code each : calls) {
      JvmEngine engine = new JvmEngine();
      Instance instance =
          start(
              compile(
                  engine,
                  module("m.so")
                      .importFunction("env", "host", BINARY)
                      .function("sum", BINARY, both().then(add()))
                      .exportedFunction("f", BINARY, each)
                      .table(1)
                      .elements(code().i32Const(0), "sum")),
              engine.newFunction("host", Signature.of(BINARY), host()));
      for (int i = 0; i < 3; i++) {
        assertEquals(sum(sum(), B), call(instance, "f", A, B));
      }
    }
  }

  @Test
  void goRoundWithACallOfTheFunctionItself() {
    String signature = "(v128, v128, i32) -> v128";
    Instance instance =
        start(
            module("m.so")
                .exportedFunction(
                    "f",
                    signature,
                    code()
                        .localGet(2)
                        .i32Eqz()
                        .ifThen()
                        .localGet(0)
                        .returnAll()
                        .end()
                        .then(arguments())
                        .localGet(2)
                        .i32Const(1)
                        .i32Sub()
                        .returnCall("f")));

    assertEquals(sum(sum(sum(), B), B), call(instance, "f", A, B, 3));
  }

  /** The sum of both, and the second. */
  private Code arguments() {
    return both().then(add()).localGet(1);
  }

  private MethodHandle host() {
    try {
      Class<?> half = long.class;
      MethodType type = MethodType.methodType(Vector.class, half, half, half, half);
      return MethodHandles.lookup().findVirtual(VectorBorderTest.class, "host", type).bindTo(this);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("BUG: VectorBorderTest.host is gone", e);
    }
  }

  @SuppressWarnings("UnusedMethod") // found by its name
  private Vector host(long low, long high, long otherLow, long otherHigh) {
    return sum(new Vector(low, high), new Vector(otherLow, otherHigh));
  }

  @Test
  void areTwoLongsOfAHandleAndOneObjectAsItsResult() throws Throwable {
    Instance instance = start(module("m.so").exportedFunction("f", BINARY, both().then(add())));
    MethodHandle handle = function(instance, "f").handle();

    assertEquals(
        MethodType.methodType(Vector.class, long.class, long.class, long.class, long.class),
        handle.type());
    assertEquals(sum(), (Vector) handle.invokeExact(A.low(), A.high(), B.low(), B.high()));
  }

  @Test
  void areAmongSeveralResults() {
    String signature = "(v128, i32, v128) -> (v128, i32, v128)";
    Instance instance =
        start(
            module("m.so")
                .function("swap", signature, code().localGet(2).localGet(1).localGet(0))
                .exportedFunction(
                    "f", signature, code().localGet(0).localGet(1).localGet(2).call("swap")));

    assertArrayEquals(new Object[] {B, 7, A}, (Object[]) call(instance, "f", A, 7, B));
  }

  @Test
  void areValuesOfGlobals() {
    JvmEngine engine = new JvmEngine();
    Global imported = engine.newGlobal(new GlobalType(ValueType.V128, true), A);
    Instance instance =
        start(
            compile(
                engine,
                module("m.so")
                    .importGlobal("env", "g", ValueType.V128, true)
                    .global("own", ValueType.V128, true, constant(B))
                    .exportedFunction(
                        "f",
                        "() -> v128",
                        code()
                            .globalGet("env.g")
                            .globalGet("own")
                            .then(add())
                            .globalSet("env.g")
                            .globalGet("own"))),
            imported);

    assertEquals(B, call(instance, "f"));
    assertEquals(sum(), imported.get());
    imported.set(A);
    assertEquals(A, imported.get());
  }

  private static Code constant(Vector value) {
    Code code = code().op(0xfd, 0x0c);
    for (long half : new long[] {value.low(), value.high()}) {
      for (int i = 0; i < 8; i++) {
        code.op((int) (half >>> (8 * i)) & 0xff);
      }
    }
    return code;
  }

  @Test
  void areConstantsAndLocalsThatBeginWithZero() {
    assertEquals(A, binary(constant(A)));
    assertEquals(new Vector(0, 0), binary(code().locals(ValueType.V128).localGet(2)));
    assertEquals(
        A, binary(code().locals(ValueType.V128).localGet(0).localTee(2).drop().localGet(2)));
    assertEquals(sum(A, A), binary(code().localGet(0).localTee(1).localGet(1).then(add())));
  }

  @Test
  void areChosen() {
    for (int condition : new int[] {0, 1}) {
      Vector expected = condition == 0 ? B : A;
      assertEquals(expected, binary(both().i32Const(condition).select()));
      assertEquals(expected, binary(both().i32Const(condition).select(ValueType.V128)));
    }
  }

  @Test
  void areCarriedByBranches() {
    String pair = "(v128, v128) -> v128";
    assertEquals(sum(), binary(both().block(pair).then(add()).br(0).end()));
    assertEquals(
        A,
        binary(
            code()
                .block(ValueType.V128)
                .i32Const(9)
                .then(both())
                .drop()
                .i32Const(1)
                .brIf(0)
                .drop()
                .drop()
                .localGet(1)
                .end()));
    assertEquals(
        B,
        binary(
            code()
                .block(ValueType.V128)
                .block(ValueType.V128)
                .localGet(1)
                .i32Const(1)
                .brTable(0, 1)
                .end()
                .drop()
                .localGet(0)
                .end()));
    // Three rounds, each of which adds b.
    Code rounds =
        code()
            .locals(ValueType.I32)
            .localGet(0)
            .loop("v128 -> v128")
            .localGet(1)
            .then(add())
            .localGet(2)
            .i32Const(1)
            .i32Add()
            .localTee(2)
            .i32Const(3)
            .i32LtS()
            .brIf(0)
            .end();
    assertEquals(sum(sum(sum(), B), B), binary(rounds));
    assertEquals(
        B,
        binary(
            code()
                .localGet(0)
                .i32Const(0)
                .ifThen("v128 -> v128")
                .orElse()
                .drop()
                .localGet(1)
                .end()));
  }

  @Test
  void areThrownAndCaughtInBothEncodings() {
    JvmEngine engine = new JvmEngine();
    Tag tag = engine.newTag(new org.dylink.format.TagType(Signature.of("(i32, v128) -> ()")));
    Instance instance =
        start(
            compile(
                engine,
                module("m.so")
                    .importTag("env", "t", "(i32, v128) -> ()")
                    .exportedFunction(
                        "current",
                        BINARY,
                        code()
                            .localGet(0)
                            .block("() -> (i32, v128)")
                            .tryTableOf("() -> ()", Code.Clause.on("env.t", 0))
                            .i32Const(1)
                            .localGet(1)
                            .throwTag("env.t")
                            .end()
                            .unreachable()
                            .end()
                            .localSet(1)
                            .drop()
                            .localGet(1)
                            .then(add()))
                    .exportedFunction(
                        "legacy",
                        BINARY,
                        code()
                            .localGet(0)
                            .op(0x06, 0x7b)
                            .i32Const(1)
                            .localGet(1)
                            .throwTag("env.t")
                            .op(0x07, 0x00)
                            .localSet(1)
                            .drop()
                            .localGet(1)
                            .end()
                            .then(add()))
                    .exportedFunction(
                        "out", "v128 -> ()", code().i32Const(3).localGet(0).throwTag("env.t"))),
            tag);

    assertEquals(sum(), call(instance, "current", A, B));
    assertEquals(sum(), call(instance, "legacy", A, B));
    var trap = assertThrows(TrapException.class, () -> call(instance, "out", A));
    assertEquals(List.of(3, A), ((GuestThrow) trap.getCause()).values());
  }

  /** Some hundred statements in blocks, with an operand below them: it becomes several methods. */
  private Code large(int statements) {
    Code code = code().locals(ValueType.V128, ValueType.V128).localGet(0);
    for (int i = 0; i < statements; i++) {
      code.block().localGet(2 + i % 2).localGet(i % 2).then(add()).localSet(2 + i % 2).end();
    }
    return code.localGet(2).then(add()).localGet(3).then(add());
  }

  @Test
  void areSharedByThePartsOfALargeFunction() {
    int statements = 4_000;
    Vector expected = A;
    for (int i = 0; i < statements; i++) {
      expected = sum(expected, i % 2 == 0 ? A : B);
    }
    assertEquals(expected, binary(large(statements)));
  }

  /** So many operands at once, and their sum. */
  private Code operands(int count) {
    Code code = code();
    for (int i = 0; i < count; i++) {
      code.localGet(1);
    }
    for (int i = 1; i < count; i++) {
      code.then(add());
    }
    return code;
  }

  @Test
  void mayBeManyOperandsAtOnce() {
    assertEquals(times(1_000), binary(operands(1_000)));
    var trap = assertThrows(TrapException.class, () -> binary(operands(15_001)));
    assertTrue(
        trap.getMessage()
            .startsWith(
                "m.so: function f: too many operands at once: this engine has at most 30000"),
        trap.getMessage());
  }

  private Vector times(int count) {
    Vector expected = B;
    for (int i = 1; i < count; i++) {
      expected = sum(expected, B);
    }
    return expected;
  }

  @Test
  void mayBeMoreLocalsThanAMethodHasVariables() {
    int count = 5_000;
    ValueType[] locals = new ValueType[count];
    Arrays.fill(locals, ValueType.V128);
    Code code = code().locals(locals);
    for (int i = 0; i < count; i++) {
      code.localGet(1 + i).localGet(1).then(add()).localSet(2 + i);
    }
    assertEquals(times(count + 1), binary(code.localGet(count + 1)));
  }

  @Test
  void areThereInAHandlerIfTheyLayBelowIt() {
    Code code =
        both()
            .op(0x06, 0x7b) // try
            .throwTag("t")
            .op(0x19) // catch_all
            .localGet(1)
            .end()
            .then(add())
            .then(add());
    Instance instance =
        start(module("m.so").tag("t", "() -> ()").exportedFunction("f", BINARY, code));
    assertEquals(sum(sum(), B), call(instance, "f", A, B));
  }

  @Test
  void areKept(@TempDir Path folder) throws Exception {
    List<String> ignored = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      JvmEngine engine = JvmEngine.keepingIn(folder, (store, reason) -> ignored.add(reason));
      Instance instance =
          start(
              compile(
                  engine,
                  module("m.so")
                      .function("sum", BINARY, both().then(add()))
                      .exportedFunction("f", BINARY, both().call("sum"))));
      assertEquals(sum(), call(instance, "f", A, B));
      assertEquals(run == 0, engine.pending() > 0);
      engine.save();
    }
    assertEquals(List.of(), ignored);
  }

  @Test
  void areAccessedAtTheEndsOfPrivateAndSharedMemories() {
    for (boolean shared : new boolean[] {false, true}) {
      var module = module("m.so");
      var memory = shared ? module.sharedMemory(1, 1) : module.memory(1, 1);
      Instance instance =
          start(
              memory
                  .exportedFunction("load", "i32 -> v128", code().localGet(0).op(0xfd, 0, 0, 0))
                  .exportedFunction("near", "i32 -> v128", code().localGet(0).op(0xfd, 0, 4, 8))
                  .exportedFunction(
                      "store",
                      "(i32, v128) -> ()",
                      code().localGet(0).localGet(1).op(0xfd, 0x0b, 0, 0))
                  .exportedFunction(
                      "lane",
                      "(i32, v128) -> v128",
                      code().localGet(0).localGet(1).op(0xfd, 0x57, 0, 8, 1)));
      call(instance, "store", 65_520, A);
      assertEquals(A, call(instance, "load", 65_520));
      assertEquals(A, call(instance, "near", 65_512));
      assertEquals(new Vector(B.low(), A.high()), call(instance, "lane", 65_520, B));
      String message =
          "out of bounds memory access: 16 bytes at address 0xfff1, memory has 0x10000 bytes";
      for (Function each : List.of(function(instance, "load"), function(instance, "near"))) {
        int address = each == function(instance, "load") ? 65_521 : 65_513;
        var trap = assertThrows(TrapException.class, () -> each.call(address));
        assertTrue(trap.getMessage().startsWith(message), trap.getMessage());
        assertThrows(TrapException.class, () -> each.call(-1));
      }
      var trap = assertThrows(TrapException.class, () -> call(instance, "store", 65_521, B));
      assertTrue(trap.getMessage().startsWith(message), trap.getMessage());
      assertEquals(A, call(instance, "load", 65_520), "a store that traps writes nothing");
    }
  }
}

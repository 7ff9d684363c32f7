package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.HostFailure;
import org.dylink.engine.Instance;
import org.dylink.engine.host.ProgramExit;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.junit.jupiter.api.Test;

/** Calls between guest and host: values, handles, exceptions. */
abstract class FunctionContract extends ContractTest {
  private static final String ALL_NUMBERS = "(i32, i64, f32, f64) -> (i32, i64, f32, f64)";

  @Test
  void passesAllNumberTypesToAHostFunctionAndBack() {
    List<Object> seen = new ArrayList<>();
    Function host =
        host(
            "host",
            ALL_NUMBERS,
            arguments -> {
              seen.addAll(List.of(arguments));
              return new Object[] {-1, Long.MIN_VALUE, -0.0f, Double.MIN_VALUE};
            });
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "host", ALL_NUMBERS)
                .exportedFunction(
                    "f",
                    ALL_NUMBERS,
                    code().localGet(0).localGet(1).localGet(2).localGet(3).call("env.host")),
            host);

    Object results = call(instance, "f", Integer.MIN_VALUE, -2L, 1.5f, -2.5);
    assertEquals(List.of(Integer.MIN_VALUE, -2L, 1.5f, -2.5), seen);
    assertArrayEquals(
        new Object[] {-1, Long.MIN_VALUE, -0.0f, Double.MIN_VALUE}, (Object[]) results);
  }

  @Test
  void callsAFunctionThatIsTooLargeForAJavaMethod() {
    Code large = code().localGet(0);
    for (int i = 0; i < 40_000; i++) {
      large.localGet(0).i32Add();
    }
    Instance instance =
        run(module("lib.so").withNames().exportedFunction("f", "(i32) -> i32", large));

    assertEquals(40_001, call(instance, "f", 1));
  }

  @Test
  void givesNullForNoResultAndTheValueForOne() {
    Instance instance =
        run(
            module("lib.so")
                .exportedFunction("none", "() -> ()", code())
                .exportedFunction("one", "() -> i64", code().i64Const(1L << 40))
                .exportedFunction("two", "() -> (i32, i32)", code().i32Const(1).i32Const(2)));

    assertNull(call(instance, "none"));
    assertEquals(1L << 40, call(instance, "one"));
    assertArrayEquals(new Object[] {1, 2}, (Object[]) call(instance, "two"));
  }

  @Test
  void keepsTheBitsOfFloatsThatAreNoNumber() {
    int f32 = 0x7fa0_1234;
    long f64 = 0x7ff4_0000_dead_beefL;
    List<Object> seen = new ArrayList<>();
    Function host =
        host(
            "host",
            "(f32, f64) -> (f32, f64)",
            arguments -> {
              seen.add(Float.floatToRawIntBits((float) arguments[0]));
              seen.add(Double.doubleToRawLongBits((double) arguments[1]));
              return arguments;
            });
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "host", "(f32, f64) -> (f32, f64)")
                .exportedFunction(
                    "f",
                    "() -> (i32, i64)",
                    code()
                        .locals(ValueType.F64)
                        .f32Bits(f32)
                        .f64Bits(f64)
                        .call("env.host")
                        .localSet(0)
                        .op(0xbc) // i32.reinterpret_f32
                        .localGet(0)
                        .op(0xbd)) // i64.reinterpret_f64
                .exportedFunction(
                    "constants", "() -> (f32, f64)", code().f32Bits(f32).f64Bits(f64)),
            host);

    assertArrayEquals(new Object[] {f32, f64}, (Object[]) call(instance, "f"));
    assertEquals(List.of(f32, f64), seen);
    Object[] constants = (Object[]) call(instance, "constants");
    assertEquals(f32, Float.floatToRawIntBits((float) constants[0]));
    assertEquals(f64, Double.doubleToRawLongBits((double) constants[1]));
  }

  @Test
  void passesHostObjectsThrough() {
    Object object = new Object();
    Function identity = host("id", "(externref) -> externref", arguments -> arguments[0]);
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "id", "(externref) -> externref")
                .exportedFunction(
                    "f", "(externref) -> externref", code().localGet(0).call("env.id")),
            identity);

    assertSame(object, call(instance, "f", object));
    assertNull(call(instance, "f", (Object) null));
  }

  @Test
  void givesATypedHandle() throws Throwable {
    Instance instance =
        run(
            module("lib.so")
                .exportedFunction(
                    "add", "(i32, i32) -> i32", code().localGet(0).localGet(1).i32Add())
                .exportedFunction("none", "(f64) -> ()", code())
                .exportedFunction("two", "() -> (i32, f32)", code().i32Const(1).f32Const(2)));

    MethodHandle add = function(instance, "add").handle();
    assertEquals(MethodType.methodType(int.class, int.class, int.class), add.type());
    assertEquals(5, (int) add.invokeExact(2, 3));
    function(instance, "none").handle().invokeExact(1.0);
    Object[] two = (Object[]) function(instance, "two").handle().invokeExact();
    assertArrayEquals(new Object[] {1, 2f}, two);
  }

  @Test
  void givesTheHandleOfAHostFunction() throws Throwable {
    Function host = host("twice", "(i64) -> i64", arguments -> 2 * (long) arguments[0]);

    assertEquals(42L, (long) host.handle().invokeExact(21L));
    assertEquals(42L, host.call(21L));
    assertEquals("twice", host.name());
    assertEquals(Signature.of("(i64) -> i64"), host.type());
  }

  @Test
  void refusesAHandleOfAnotherType() {
    MethodHandle handle = MethodHandles.empty(MethodType.methodType(long.class));

    var thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> engine().newFunction("f", Signature.of("() -> i32"), handle));
    assertEquals("f: expected a handle of type ()int, found ()long", thrown.getMessage());
  }

  @Test
  void refusesAnotherNumberOfArguments() {
    Instance instance = run(module("lib.so").exportedFunction("f", "(i32) -> ()", code()));
    Function f = function(instance, "f");

    var thrown = assertThrows(IllegalArgumentException.class, f::call);
    assertEquals("f: expected 1 arguments, found 0", thrown.getMessage());
  }

  @Test
  void callsIntoAnotherModule() {
    Instance provider =
        run(
            module("libfoo.so")
                .type("() -> ()")
                .exportedFunction(
                    "sub", "(i32, i64) -> i32", code().localGet(0).i32Const(1).i32Sub()));
    Instance caller =
        run(
            module("app.wasm")
                .importFunction("env", "sub", "(i32, i64) -> i32")
                .exportedFunction(
                    "f", "(i32) -> i32", code().localGet(0).i64Const(0).call("env.sub")),
            function(provider, "sub"));

    assertEquals(9, call(caller, "f", 10));
  }

  @Test
  void letsWhatAHostFunctionThrowsPassUnchanged() {
    for (Throwable thrown :
        List.of(new ProgramExit(3), new IllegalStateException("host"), new AssertionError("e"))) {
      Instance instance = callsHost(throwing(thrown));
      assertSame(thrown, assertThrows(thrown.getClass(), () -> call(instance, "outer")));
    }
  }

  @Test
  void wrapsACheckedExceptionOfAHostFunction() {
    var thrown = new IOException("disk full");
    Instance instance = callsHost(throwing(thrown));

    var wrapper = assertThrows(IllegalStateException.class, () -> call(instance, "outer"));
    assertSame(thrown, wrapper.getCause());
    assertEquals("host: java.io.IOException: disk full", wrapper.getMessage());
  }

  @Test
  void theFailureOfAHostFunctionAnswersForIt() {
    var thrown = new IOException("disk full");
    FunctionType type = Signature.of("(i32) -> i32");
    MethodHandle handle = handle(type, a -> (int) a[0] == 0 ? throwUnchecked(thrown) : a[0]);
    Function host = engine().newFunction("host", type, handle, each -> each == thrown ? -5 : 0);
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "host", "(i32) -> i32")
                .exportedFunction("f", "(i32) -> i32", code().localGet(0).call("env.host")),
            host);

    assertEquals(-5, call(instance, "f", 0));
    assertEquals(7, call(instance, "f", 7));
  }

  @Test
  void theFailureOfAHostFunctionThrowsForIt() {
    var thrown = new IllegalStateException("host");
    var seen = new ProgramExit(3);
    HostFailure failure =
        each -> {
          assertSame(thrown, each);
          throw seen;
        };
    for (String type : List.of("() -> ()", "() -> i32", "() -> f64", "() -> (i32, i64)")) {
      MethodHandle handle = handle(Signature.of(type), arguments -> throwUnchecked(thrown));
      Instance instance =
          run(
              module("lib.so")
                  .importFunction("env", "host", type)
                  .exportedFunction("f", type, code().call("env.host")),
              engine().newFunction("host", Signature.of(type), handle, failure));
      assertSame(seen, assertThrows(ProgramExit.class, () -> call(instance, "f")), type);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> Object throwUnchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void letsWhatAHostFunctionThrowsPassAChainOfGuestAndHost() {
    var thrown = new ProgramExit(7);
    Instance inner = callsHost(throwing(thrown));
    Function between = host("between", "() -> ()", arguments -> call(inner, "outer"));
    Instance outer = callsHost(between);

    assertSame(thrown, assertThrows(ProgramExit.class, () -> call(outer, "outer")));
    // and the guest can be called again: it was left, it did not trap
    assertSame(thrown, assertThrows(ProgramExit.class, () -> call(outer, "outer")));
  }

  @Test
  void neverCatchesInTheGuestWhatAHostFunctionThrows() {
    var thrown = new ProgramExit(1);
    Instance instance =
        run(
            module("lib.so")
                .importFunction("env", "host", "() -> ()")
                .exportedFunction(
                    "f",
                    "() -> ()",
                    code()
                        .block()
                        .op(0x1f, 0x40, 1, 0x02, 0) // try_table (catch_all 0)
                        .call("env.host")
                        .end()
                        .end()),
            throwing(thrown));

    assertSame(thrown, assertThrows(ProgramExit.class, () -> call(instance, "f")));
  }

  @Test
  void comesBackIntoTheSameInstance() {
    List<Instance> self = new ArrayList<>();
    Function again =
        host("again", "(i32) -> i32", arguments -> call(self.get(0), "sum", arguments));
    self.add(
        run(
            module("lib.so")
                .importFunction("env", "again", "(i32) -> i32")
                .exportedFunction(
                    "sum",
                    "(i32) -> i32",
                    code()
                        .localGet(0)
                        .ifThen(ValueType.I32)
                        .localGet(0)
                        .localGet(0)
                        .i32Const(1)
                        .i32Sub()
                        .call("env.again")
                        .i32Add()
                        .orElse()
                        .i32Const(0)
                        .end()),
            again));

    assertEquals(55, call(self.get(0), "sum", 10));
  }

  private Instance callsHost(Function host) {
    return run(
        module("lib.so")
            .importFunction("env", "host", "() -> ()")
            .function("inner", "() -> ()", code().call("env.host"))
            .exportedFunction("outer", "() -> ()", code().call("inner")),
        host);
  }

  private Function throwing(Throwable thrown) {
    return host(
        "host",
        "() -> ()",
        arguments -> {
          throw thrown;
        });
  }
}

package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.host.ProgramExit;
import org.dylink.testing.Code;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** What Java throws, seen by handlers of the legacy encoding. */
class LegacyHandlerBorderTest {
  private static final int VOID = 0x40;
  private final Engine engine = new JvmEngine();

  @Test
  void catchAllSeesIt() throws Exception {
    Code swallowing = code().op(0x06, VOID).call("env.g").op(0x19).end().i32Const(7);

    assertEquals(7, function(swallowing, new IllegalStateException("java")).call());
  }

  @Test
  void rethrowThrowsTheSameObject() throws Exception {
    var thrown = new IllegalStateException("java");
    Code cleanup = code().op(0x06, VOID).call("env.g").op(0x19).op(0x09, 0).end().i32Const(7);

    assertSame(thrown, assertThrows(RuntimeException.class, function(cleanup, thrown)::call));
  }

  @Test
  void delegateHandsItOn() throws Exception {
    Code outer =
        code().op(0x06, VOID).op(0x06, VOID).call("env.g").op(0x18, 0).op(0x19).end().i32Const(8);

    assertEquals(8, function(outer, new IllegalStateException("java")).call());
  }

  @Test
  void catchAllDoesNotSeeTheProgramsExit() throws Exception {
    var exit = new ProgramExit(2);
    Code swallowing = code().op(0x06, VOID).call("env.g").op(0x19).end().i32Const(7);

    assertSame(exit, assertThrows(ProgramExit.class, function(swallowing, exit)::call));
  }

  private Function function(Code code, RuntimeException thrown) throws Exception {
    MethodHandle thrower =
        MethodHandles.insertArguments(
            MethodHandles.throwException(void.class, RuntimeException.class), 0, thrown);
    assertEquals(MethodType.methodType(void.class), thrower.type());
    Function host = engine.newFunction("g", Signature.of("() -> ()"), thrower);
    Instance instance =
        engine
            .compile(
                module("lib.so")
                    .importFunction("env", "g", "() -> ()")
                    .exportedFunction("f", "() -> i32", code)
                    .build())
            .instantiate(List.of(host), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }
}

package org.dylink.engine.endive;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Limits;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.Code.Clause;
import org.dylink.testing.ModuleBuilder;
import org.dylink.testing.Signature;
import org.junit.jupiter.api.Test;

/** What Endive cannot do fails in a way that can be told, and nothing else goes wrong with it. */
class EndiveLimitsTest {
  @Test
  void trapsAtATailCallOfAnothersFunctionThroughTheTable() throws Exception {
    for (Engine engine : List.of(new InterpreterEngine(), new CompilerEngine())) {
      Table table =
          engine.newTable(new TableType(ValueType.FUNCREF, new Limits(1, Limits.UNBOUNDED)));
      table.set(0, engine.newSlot("env.x", Signature.of("() -> i32")));
      Instance instance =
          engine
              .compile(
                  module("lib.so")
                      .importTable("env", "table", 1)
                      .exportedFunction(
                          "f", "() -> i32", code().i32Const(0).returnCallIndirect("() -> i32"))
                      .build())
              .instantiate(List.of(table), InstanceLimits.NONE);
      instance.start();
      Function f = (Function) instance.export("f").orElseThrow();

      var trap = assertThrows(TrapException.class, f::call);
      assertEquals(TrapKind.OTHER, trap.kind());
      assertEquals("tail call of another module's function through a table", trap.getMessage());
    }
  }

  @Test
  void theInterpreterTakesTwoThrowsOfOneFunctionForOne() throws Exception {
    assertEquals(2, rethrowsTheFirstOfTwo(new InterpreterEngine()), "it should be 1");
    assertEquals(1, rethrowsTheFirstOfTwo(new CompilerEngine()));
  }

  @Test
  void throwsALaterExceptionForAReferenceThatIsTooOld() throws Exception {
    for (Engine engine : List.of(new InterpreterEngine(), new CompilerEngine())) {
      Function f = function(engine, oldReference());

      assertEquals(-7, f.call(NumberedException.KEPT - 1), engine.name());
      assertEquals(1, f.call(NumberedException.KEPT), engine.name() + ": it should be -7");
    }
  }

  @Test
  void throwsNoTrapForANullReference() throws Exception {
    for (Engine engine : List.of(new InterpreterEngine(), new CompilerEngine())) {
      Function f =
          function(
              engine,
              module("lib.so")
                  .exportedFunction("f", "() -> ()", code().refNull(ValueType.EXNREF).throwRef()));

      assertThrows(NullPointerException.class, f::call, engine.name());
    }
  }

  private static Object rethrowsTheFirstOfTwo(Engine engine) throws Exception {
    ModuleBuilder module =
        module("lib.so")
            .tag("tag", "(i32) -> ()")
            .exportedFunction(
                "f",
                "() -> i32",
                code()
                    .locals(ValueType.EXNREF)
                    .then(thrownHere(1))
                    .localSet(0)
                    .then(thrownHere(2))
                    .drop()
                    .block(ValueType.I32)
                    .tryCatch(null, "tag", 0)
                    .localGet(0)
                    .throwRef()
                    .end()
                    .unreachable()
                    .end());
    return function(engine, module).call();
  }

  private static Code thrownHere(int payload) {
    return reference(code().i32Const(payload).throwTag("tag"));
  }

  /** Keeps the exception -7, catches as many as the parameter says, and throws the first again. */
  private static ModuleBuilder oldReference() {
    Code again = reference(code().localGet(0).call("throw"));
    return module("lib.so")
        .tag("tag", "(i32) -> ()")
        .function("throw", "(i32) -> ()", code().localGet(0).throwTag("tag"))
        .exportedFunction(
            "f",
            "(i32) -> i32",
            code()
                .locals(ValueType.EXNREF)
                .then(reference(code().i32Const(-7).call("throw")))
                .localSet(1)
                .loop()
                .then(again)
                .drop()
                .localGet(0)
                .i32Const(1)
                .i32Sub()
                .localTee(0)
                .brIf(0)
                .end()
                .block(ValueType.I32)
                .tryCatch(null, "tag", 0)
                .localGet(1)
                .throwRef()
                .end()
                .unreachable()
                .end());
  }

  private static Code reference(Code throwing) {
    return code()
        .block(ValueType.EXNREF)
        .tryTable(null, Clause.onAllRef(0))
        .then(throwing)
        .end()
        .unreachable()
        .end();
  }

  private static Function function(Engine engine, ModuleBuilder module) throws Exception {
    Instance instance = engine.compile(module.build()).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }
}

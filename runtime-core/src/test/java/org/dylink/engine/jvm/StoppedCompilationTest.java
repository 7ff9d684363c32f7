package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.compile;
import static org.dylink.engine.jvm.Guests.function;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dylink.engine.ExecutionControl;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.junit.jupiter.api.Test;

/** A program that is to stop ends also where the engine is about to compile a function for it. */
class StoppedCompilationTest {
  private static final int STATEMENTS = 20_000;

  @Test
  void aStopEndsTheCompilationAndLeavesNothingOfIt() {
    JvmEngine engine = new JvmEngine();
    Code body = code().locals(ValueType.I32);
    for (int i = 0; i < STATEMENTS; i++) {
      body.localGet(1).localGet(0).i32Add().localSet(1);
    }
    JvmModule compiled =
        (JvmModule)
            compile(
                engine,
                module("lib.so")
                    .exportedFunction("large", "(i32) -> i32", body.localGet(1))
                    .exportedFunction("f", "(i32) -> i32", code().localGet(0).call("large")));
    Instance stopped = start(compiled);
    ExecutionControl control = engine.newExecutionControl();
    for (String each : new String[] {"large", "f"}) {
      var trap =
          assertThrows(
              TrapException.class, () -> control.call(() -> callStopping(control, stopped, each)));
      assertEquals(TrapKind.STOPPED, trap.kind());
      assertEquals("killed", trap.getMessage());
      assertFalse(compiled.isCompiled(0), each);
    }

    Instance another = start(compiled);
    assertEquals(3 * STATEMENTS, function(another, "f").call(3));
    assertTrue(compiled.isCompiled(0));
    assertEquals(2 * STATEMENTS, function(stopped, "large").call(2), "in nobody's turn");
  }

  private static Object callStopping(ExecutionControl control, Instance instance, String name) {
    Function function = function(instance, name);
    control.stop("killed");
    return function.call(1);
  }
}

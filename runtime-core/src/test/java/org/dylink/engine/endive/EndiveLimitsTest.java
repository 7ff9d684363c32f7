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
}

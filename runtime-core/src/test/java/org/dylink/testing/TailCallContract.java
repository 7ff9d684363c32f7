package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.junit.jupiter.api.Test;

/** Tail calls, as far as every engine has them: into the same module, and of imports. */
abstract class TailCallContract extends ContractTest {
  private static final String TYPE = "(i32) -> i32";

  @Test
  void callsItsOwnFunctionsInConstantStack() {
    Instance instance =
        run(
            module("lib.so")
                .exportedFunction("even", TYPE, countingDown(code().returnCall("odd"), 1))
                .function("odd", TYPE, countingDown(code().returnCall("even"), 0)));

    assertEquals(1, call(instance, "even", 200_000));
    assertEquals(0, call(instance, "even", 200_001));
  }

  @Test
  void callsItsOwnFunctionsThroughTheTable() {
    Instance instance =
        run(
            module("lib.so")
                .table(1)
                .exportedFunction(
                    "down", TYPE, countingDown(code().i32Const(0).returnCallIndirect(TYPE), 7))
                .elements(code().i32Const(0), "down"));

    assertEquals(7, call(instance, "down", 50_000));
  }

  // With nothing on the stack in front of the call.
  @Test
  void givesMoreResultsThanItHasOperands() {
    int count = 20;
    String results = "() -> (" + String.join(", ", Collections.nCopies(count, "i64")) + ")";
    Code many = code();
    for (int i = 1; i <= count; i++) {
      many.i64Const(i);
    }
    Code sum = code().call("tail");
    for (int i = 1; i < count; i++) {
      sum.i64Add();
    }
    Instance instance =
        run(
            module("lib.so")
                .function("many", results, many)
                .function("tail", results, code().returnCall("many"))
                .exportedFunction("sum", "() -> i64", sum));

    assertEquals(210L, call(instance, "sum"));
  }

  @Test
  void callsImports() {
    Function host = host("twice", TYPE, arguments -> 2 * (int) arguments[0]);
    Instance provider =
        run(
            module("libfoo.so")
                .importFunction("env", "twice", TYPE)
                .exportedFunction(
                    "foo", TYPE, code().localGet(0).i32Const(1).i32Add().returnCall("env.twice")),
            host);
    Instance app =
        run(
            module("app.wasm")
                .importFunction("env", "foo", TYPE)
                .function("inner", TYPE, code().localGet(0).returnCall("env.foo"))
                .exportedFunction(
                    "main", TYPE, code().localGet(0).call("inner").i32Const(100).i32Add()),
            function(provider, "foo"));

    assertEquals(112, call(app, "main", 5));
    assertEquals(122, call(app, "main", 10));
  }

  /** {@code x == 0 ? result : tail(x - 1)}. */
  private static Code countingDown(Code tail, int result) {
    return code()
        .localGet(0)
        .i32Eqz()
        .ifThen()
        .i32Const(result)
        .returnAll()
        .end()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .then(tail);
  }
}

package org.dylink.testing;

import static org.dylink.format.ValueType.I32;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.testing.Code.Clause;
import org.junit.jupiter.api.Test;

/** {@code try_table} and {@code throw} within one module (WebAssembly Core, Execution, Control). */
abstract class HandlerContract extends ContractTest {
  private static final String UNARY = "(i32) -> i32";
  private static final String PAYLOAD = "(i32) -> ()";

  @Test
  void goesOnBehindATryTableThatThrowsNothing() {
    Instance instance =
        run(
            tags()
                .exportedFunction(
                    "f",
                    UNARY,
                    code()
                        .block(I32)
                        .tryCatch(I32, "a", 0)
                        .localGet(0)
                        .end()
                        .i32Const(1)
                        .i32Add()
                        .end()));

    assertEquals(8, call(instance, "f", 7));
  }

  @Test
  void catchesInTheFunctionThatThrows() {
    assertEquals(7, call(run(catching(code().localGet(0).throwTag("a"))), "f", 7));
  }

  @Test
  void catchesWhatAFunctionThrowsSeveralCallsDown() {
    ModuleBuilder module = tags();
    module.function("down", PAYLOAD, recursion());
    module.exportedFunction("f", UNARY, handler(code().i32Const(50).call("down")));

    assertEquals(123, call(run(module), "f", 0));
  }

  @Test
  void theFirstClauseThatFitsCounts() {
    ModuleBuilder module =
        tags()
            .exportedFunction(
                "f",
                UNARY,
                code()
                    .block()
                    .block(I32)
                    .block(I32)
                    .tryTable(null, Clause.on("b", 0), Clause.on("a", 1), Clause.onAll(2))
                    .then(throwByArgument())
                    .end()
                    .i32Const(-1)
                    .returnAll()
                    .end()
                    .i32Const(1000)
                    .i32Add()
                    .returnAll()
                    .end()
                    .i32Const(2000)
                    .i32Add()
                    .returnAll()
                    .end()
                    .i32Const(3000));
    Instance instance = run(module);

    assertEquals(2000, call(instance, "f", 0), "a");
    assertEquals(1001, call(instance, "f", 1), "b");
    assertEquals(3000, call(instance, "f", 2), "c, by all");
    assertEquals(-1, call(instance, "f", 3), "nothing");
  }

  @Test
  void theInnermostHandlerThatFitsCounts() {
    ModuleBuilder module =
        tags()
            .exportedFunction(
                "f",
                UNARY,
                code()
                    .block(I32)
                    .tryCatch(null, "a", 0)
                    .block(I32)
                    .tryCatch(null, "b", 0)
                    .then(throwByArgument())
                    .end()
                    .i32Const(-1)
                    .returnAll()
                    .end()
                    .i32Const(1000)
                    .i32Add()
                    .returnAll()
                    .end()
                    .i32Const(-1)
                    .returnAll()
                    .end());
    Instance instance = run(module);

    assertEquals(0, call(instance, "f", 0), "outer");
    assertEquals(1001, call(instance, "f", 1), "inner");
    assertUncaught("tag 2 caught by nobody", instance, 2);
  }

  @Test
  void aHandlerDoesNotCatchWhatIsThrownInIt() {
    ModuleBuilder module =
        tags()
            .exportedFunction(
                "f",
                UNARY,
                handler(code().localGet(0).throwTag("a"))
                    .i32Const(1)
                    .i32Add()
                    .throwTag("a")
                    .i32Const(0));

    assertUncaught("tag 0 caught by nobody", run(module), 1);
  }

  @Test
  void keepsWhatIsOnTheStackBelowATryTable() {
    ModuleBuilder module =
        tags()
            .exportedFunction(
                "f",
                UNARY,
                code()
                    .i32Const(1000)
                    .then(handler(code().i32Const(5).localGet(0).throwTag("a")))
                    .i32Add());

    assertEquals(1007, call(run(module), "f", 7));
  }

  @Test
  void aPayloadHasAnyNumberOfValuesOfAnyType() {
    String payload = "(i32, i64, f32, f64) -> ()";
    String results = "() -> (i32, i64, f32, f64)";
    Instance instance =
        run(
            module("lib.so")
                .tag("all", payload)
                .exportedFunction(
                    "f",
                    results,
                    code()
                        .block(results)
                        .tryCatch(null, "all", 0)
                        .i32Const(-1)
                        .i64Const(Long.MIN_VALUE)
                        .f32Const(1.5f)
                        .f64Const(-0.0)
                        .throwTag("all")
                        .end()
                        .unreachable()
                        .end()));

    Object[] values = (Object[]) call(instance, "f");
    assertEquals("[-1, -9223372036854775808, 1.5, -0.0]", Arrays.toString(values));
  }

  @Test
  void allExceptionsDoNotIncludeTraps() {
    Instance instance =
        run(
            module("lib.so")
                .exportedFunction(
                    "f",
                    UNARY,
                    code()
                        .block()
                        .tryTable(null, Clause.onAll(0))
                        .i32Const(1)
                        .localGet(0)
                        .i32DivS()
                        .drop()
                        .end()
                        .end()
                        .i32Const(5)));

    var trap = assertThrows(TrapException.class, () -> call(instance, "f", 0));
    assertEquals(TrapKind.INTEGER_DIVIDE_BY_ZERO, trap.kind());
    assertEquals(5, call(instance, "f", 1));
  }

  @Test
  void aFunctionCalledInATailIsOutsideOfItsCallersHandlers() {
    ModuleBuilder module = tags();
    module.function("throw", UNARY, code().localGet(0).throwTag("a").i32Const(0));
    module.exportedFunction("f", UNARY, handler(code().localGet(0).returnCall("throw").drop()));

    assertUncaught("tag 0 caught by nobody", run(module), 1);
  }

  private void assertUncaught(String message, Instance instance, int argument) {
    var trap = assertThrows(TrapException.class, () -> call(instance, "f", argument));
    assertEquals(TrapKind.UNCAUGHT_EXCEPTION, trap.kind());
    assertEquals(message, trap.getMessage());
  }

  private static ModuleBuilder tags() {
    return module("lib.so").tag("a", PAYLOAD).tag("b", PAYLOAD).tag("c", PAYLOAD);
  }

  private static ModuleBuilder catching(Code throwing) {
    return tags().exportedFunction("f", UNARY, handler(throwing));
  }

  /** Gives the payload of tag a. */
  private static Code handler(Code throwing) {
    return code()
        .block(I32)
        .tryCatch(null, "a", 0)
        .then(throwing)
        .end()
        .i32Const(-1)
        .returnAll()
        .end();
  }

  /** Calls itself as often as its parameter says, then throws 123. */
  private static Code recursion() {
    return code()
        .localGet(0)
        .i32Eqz()
        .ifThen()
        .i32Const(123)
        .throwTag("a")
        .end()
        .localGet(0)
        .i32Const(1)
        .i32Sub()
        .call("down");
  }

  /** Throws the parameter with tag a, b or c, for 0, 1 and 2. */
  private static Code throwByArgument() {
    Code throwing = code();
    String[] tags = {"a", "b", "c"};
    for (int i = 0; i < tags.length; i++) {
      throwing.localGet(0).i32Const(i).i32Eq().ifThen().localGet(0).throwTag(tags[i]).end();
    }
    return throwing;
  }
}

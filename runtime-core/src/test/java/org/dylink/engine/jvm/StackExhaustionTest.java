package org.dylink.engine.jvm;

import static org.dylink.engine.jvm.Guests.call;
import static org.dylink.engine.jvm.Guests.start;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Instance;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** A stack that runs out is a trap, wherever that happens, and nothing else. */
class StackExhaustionTest {
  private static final String INT_TO_INT = "(i32) -> i32";
  private static final int TIMES = 1_000;
  private static final long STACK_SIZE = 512 << 10;

  @Test
  void leavesADefinedStateAThousandTimes() throws Exception {
    // Counts calls in a global and in memory, one after the other.
    Instance instance =
        start(
            module("lib.so")
                .memory(1)
                .global("calls", ValueType.I32, true, code().i32Const(0))
                .exportedFunction(
                    "f",
                    INT_TO_INT,
                    code()
                        .globalGet("calls")
                        .i32Const(1)
                        .i32Add()
                        .globalSet("calls")
                        .i32Const(8)
                        .globalGet("calls")
                        .i32Store(0)
                        .localGet(0)
                        .call("f"))
                .exportedFunction(
                    "difference",
                    "() -> i32",
                    code().globalGet("calls").i32Const(8).i32Load(0).i32Sub())
                .exportedFunction("calls", "() -> i32", code().globalGet("calls")));
    inSmallStack(
        () -> {
          int before = 0;
          for (int i = 0; i < TIMES; i++) {
            assertTrue(isExhausted(instance, "f", 1));
            int calls = (int) call(instance, "calls");
            assertTrue(calls > before + 100, "calls: " + before + ", then " + calls);
            int difference = (int) call(instance, "difference");
            assertTrue(difference == 0 || difference == 1, "between two instructions at most");
            before = calls;
          }
        });
  }

  /**
   * A function that calls itself to a depth, and there a function that nobody has called before,
   * which calls another one: from depths where there is room for that to those where there is none.
   */
  @Test
  void compilesFunctionsWhereTheStackRunsOut() throws Exception {
    ModuleBuilder module = module("lib.so").memory(1).tag("tag", "(i32) -> ()").table(TIMES + 1);
    String[] callers = new String[TIMES + 1];
    for (int i = 0; i < TIMES; i++) {
      callers[i] = "caller" + i;
      module.exportedFunction("callee" + i, INT_TO_INT, callee(i));
      module.exportedFunction(callers[i], INT_TO_INT, code().localGet(0).call("callee" + i));
    }
    callers[TIMES] = "f";
    Instance instance =
        start(
            module
                .exportedFunction("f", INT_TO_INT, code().localGet(0))
                .exportedFunction("down", "(i32, i32) -> i32", RECURSION)
                .elements(code().i32Const(0), callers));
    inSmallStack(() -> assertUsableAfterwards(instance));
  }

  private static void assertUsableAfterwards(Instance instance) {
    int exhausted = 0;
    int deepest = 0;
    for (int i = 0; i < TIMES; i++) {
      if (i % 50 == 0) {
        // What HotSpot has compiled needs less room than what it interprets.
        deepest = deepest(instance);
      }
      int depth = deepest - deepest * (i % 50) / 100;
      exhausted += isExhausted(instance, "down", depth, i) ? 1 : 0;
    }
    assertTrue(exhausted > 0 && exhausted < TIMES, exhausted + " of " + TIMES);
    for (int i = 0; i < TIMES; i++) {
      assertEquals(i + 5, call(instance, "callee" + i, 5), "callee" + i);
      assertEquals(i + 5, call(instance, "down", 10, i), "caller" + i);
    }
  }

  private static int deepest(Instance instance) {
    int deepest = 0;
    for (int step = 1 << 17; step > 0; step /= 2) {
      deepest += isExhausted(instance, "down", deepest + step, TIMES) ? 0 : step;
    }
    return deepest;
  }

  private static final Code RECURSION =
      code()
          .localGet(0)
          .i32Eqz()
          .ifThen(ValueType.I32)
          .i32Const(5)
          .localGet(1)
          .callIndirect(INT_TO_INT)
          .orElse()
          .localGet(0)
          .i32Const(1)
          .i32Sub()
          .localGet(1)
          .call("down")
          .end();

  /** Adds a number, in ways that need different parts of the engine. */
  private static Code callee(int number) {
    return switch (number % 4) {
      case 0 -> code().localGet(0).i32Const(number).i32Add();
      case 1 ->
          code()
              .block(ValueType.I32)
              .tryCatch(null, "tag", 0)
              .localGet(0)
              .i32Const(number)
              .i32Add()
              .throwTag("tag")
              .end()
              .unreachable()
              .end();
      case 2 ->
          code()
              .i32Const(0)
              .localGet(0)
              .i32Const(number)
              .i32Add()
              .i32Store(0)
              .i32Const(0)
              .i32Load(0);
      default -> large(number);
    };
  }

  /** A function that is split. */
  private static Code large(int number) {
    Code code = code();
    for (int i = 0; i < 300; i++) {
      code.i32Const(0).i32Const(0).i32Load(0).i32Store(0);
    }
    return code.localGet(0).i32Const(number).i32Add();
  }

  private static boolean isExhausted(Instance instance, String function, Object... arguments) {
    try {
      call(instance, function, arguments);
      return false;
    } catch (TrapException e) {
      assertEquals(TrapKind.STACK_OVERFLOW, e.kind(), e.getMessage());
      assertEquals("call stack exhausted", e.getMessage());
      return true;
    }
  }

  /** A thread of its own, so that the size of the stack is known and small. */
  private static void inSmallStack(Runnable test) throws Exception {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Runnable run =
        () -> {
          try {
            test.run();
            done.complete(null);
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        };
    new Thread(null, run, "small stack", STACK_SIZE).start();
    done.get();
  }
}

package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Functions take no more of a stack than there is, and tail calls none at all. */
class StackRoomTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final int VALUES = 1000;
  private static final int SMALL_STACK = 384 << 10;
  private static final int FRAME = 300 << 10;
  private static final int LARGE_STACK = 16 << 20;

  /** A function that calls nothing, and has room for so many large exceptions. */
  private static ModuleBuilder withExceptions(int count) {
    Code code = code();
    for (int i = 1; i <= count; i++) {
      code.localGet(0).i64Const(i).op(0x51).ifThen();
      for (int value = 0; value < VALUES; value++) {
        code.localGet(0);
      }
      code.throwTag("large").end();
    }
    return ModuleBuilder.module("lib.so")
        .tag("large", "(" + String.join(", ", Collections.nCopies(VALUES, "i64")) + ") -> ()")
        .function("large", "(i64) -> i64", code.localGet(0))
        .exportedFunction("f", "() -> i64", code().i64Const(count + 1).call("large"));
  }

  private static Function first(WasmModule module, Extern... imports) throws Exception {
    Instance instance =
        ENGINE.compile(module).instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }

  private static Object run(Function function, int stack) throws Exception {
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(function.call());
              } catch (Throwable e) {
                result.complete(e);
              }
            },
            "stack",
            stack);
    thread.start();
    return result.get();
  }

  private static void assertNoRoom(Object thrown) {
    TrapException trap = assertInstanceOf(TrapException.class, thrown);
    assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
    assertEquals("call stack exhausted", trap.getMessage());
  }

  // Where only its beginning is compared, it may write beyond the end of the stack.
  @Test
  void aFrameThatIsLargerThanTheStackTraps() throws Exception {
    Function function = first(withExceptions(FRAME / (16 * VALUES) + 1).build());
    assertNoRoom(run(function, SMALL_STACK));
    assertEquals(FRAME / (16 * VALUES) + 2L, run(function, LARGE_STACK));
  }

  // More values than there are registers for, which LLVM would lay on the stack.
  @Test
  void aMillionTailCallsThroughASlotTakeNoRoom() throws Exception {
    int values = 12;
    String all = "(" + String.join(", ", Collections.nCopies(values, "i64")) + ")";
    Code next = code().localGet(0).op(0x50).ifThen(); // i64.eqz
    for (int i = 0; i < values; i++) {
      next.localGet(i);
    }
    next.returnAll().end().localGet(0).i64Const(-1).i64Add();
    for (int i = 1; i < values; i++) {
      next.localGet(i).i64Const(i).i64Add();
    }
    next.returnCall("env.next");
    Code first = code().i64Const(1_000_000);
    for (int i = 1; i < values; i++) {
      first.i64Const(0);
    }
    first.call("next");
    for (int i = 1; i < values; i++) {
      first.i64Add();
    }
    WasmModule module =
        ModuleBuilder.module("lib.so")
            .importFunction("env", "next", all + " -> " + all)
            .exportedFunction("next", all + " -> " + all, next)
            .exportedFunction("f", "() -> i64", first)
            .build();
    List<ValueType> types = Collections.nCopies(values, ValueType.I64);
    FunctionSlot slot = ENGINE.newSlot("next", new FunctionType(types, types));
    Instance other = ENGINE.compile(module).instantiate(List.of(slot), InstanceLimits.NONE);
    other.start();
    slot.bind((Function) other.export("next").orElseThrow());

    assertEquals(66_000_000L, run(first(module, slot), SMALL_STACK)); // 1 + 2 + ... + 11, a million times
  }
}

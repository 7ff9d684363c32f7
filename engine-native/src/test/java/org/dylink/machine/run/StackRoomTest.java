package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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
import org.dylink.testing.Frames;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Functions take no more of a stack than there is, and tail calls none at all. */
class StackRoomTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final int SMALL_STACK = 384 << 10;
  private static final int FRAME = 400 << 10;
  private static final int LARGE_STACK = 16 << 20;

  private static Function first(WasmModule module, Extern... imports) throws Exception {
    Instance instance = ENGINE.compile(module).instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }

  private static Object run(int stack, Supplier<Object> work) throws Exception {
    CompletableFuture<Object> result = new CompletableFuture<>();
    new Thread(null, () -> result.complete(work.get()), "stack", stack).start();
    return result.get();
  }

  private static Object call(Function function, Object... arguments) {
    try {
      return function.call(arguments);
    } catch (TrapException e) {
      return e;
    }
  }

  // The system may give a thread the larger stack of one that has ended: so from deeper and deeper
  // in it, until there is no room.
  private static Object callDeeper(Function function, Object... arguments) {
    Object result = call(function, arguments);
    return result == null ? callDeeper(function, arguments) : result;
  }

  private static void assertNoRoom(Object thrown) {
    TrapException trap = assertInstanceOf(TrapException.class, thrown);
    assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
    assertEquals("call stack exhausted", trap.getMessage());
  }

  // Where only its beginning is compared, it may write beyond the end of the stack.
  @Test
  void aFrameThatIsLargerThanTheStackTraps() throws Exception {
    Function function = first(Frames.library(FRAME).build());
    assertNoRoom(run(SMALL_STACK, () -> callDeeper(function, 0, 1L)));
    assertNull(run(LARGE_STACK, () -> call(function, 0, 1L)));
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

    Function function = first(module, slot);
    // 1 + 2 + ... + 11, a million times
    assertEquals(66_000_000L, run(SMALL_STACK, () -> call(function)));
  }
}

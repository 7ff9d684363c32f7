package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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
import org.dylink.format.Vector;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Functions take no more of a stack than there is, and tail calls none at all. */
class StackRoomTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final int VECTORS = 1000;
  private static final int SMALL_STACK = 512 << 10;
  private static final int LARGE_STACK = 16 << 20;

  /** A function that keeps so many thousand vectors while it asks for more. */
  private static ModuleBuilder withFrame(int thousands) {
    Code code = code().locals(ValueType.I64);
    for (int i = 0; i < thousands; i++) {
      code.call("env.vectors");
    }
    for (int i = 0; i < VECTORS * thousands; i++) {
      code.op(0xfd, 0x1d, 0).localGet(0).i64Add().localSet(0); // i64x2.extract_lane
    }
    String vectors = String.join(", ", Collections.nCopies(VECTORS, "v128"));
    return ModuleBuilder.module("lib.so")
        .importFunction("env", "vectors", "() -> (" + vectors + ")")
        .exportedFunction("f", "() -> i64", code.localGet(0));
  }

  private static Object run(ModuleBuilder module, int stack, Extern... imports) throws Exception {
    Instance instance =
        ENGINE.compile(module.build()).instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    Function function = (Function) instance.export("f").orElseThrow();
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

  private static Function vectors() throws ReflectiveOperationException {
    return ENGINE.newFunction(
        "vectors",
        new FunctionType(List.of(), Collections.nCopies(VECTORS, ValueType.V128)),
        MethodHandles.lookup()
            .findStatic(StackRoomTest.class, "ones", MethodType.methodType(Object[].class)));
  }

  static Object[] ones() {
    return Collections.nCopies(VECTORS, Vector.of(1, 0)).toArray();
  }

  private static void assertNoRoom(Object thrown) {
    TrapException trap = assertInstanceOf(TrapException.class, thrown);
    assertEquals(TrapKind.STACK_OVERFLOW, trap.kind());
    assertEquals("call stack exhausted", trap.getMessage());
  }

  // Where only its beginning is compared, it writes beyond the end of the stack.
  @Test
  void aFrameThatIsLargerThanTheStackTraps() throws Exception {
    ModuleBuilder module = withFrame(20);
    assertNoRoom(run(module, SMALL_STACK, vectors()));
    assertEquals(20_000L, run(module, LARGE_STACK, vectors()));
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
    ModuleBuilder module =
        ModuleBuilder.module("lib.so")
            .importFunction("env", "next", all + " -> " + all)
            .exportedFunction("next", all + " -> " + all, next)
            .exportedFunction("f", "() -> i64", first);
    List<ValueType> types = Collections.nCopies(values, ValueType.I64);
    FunctionSlot slot = ENGINE.newSlot("next", new FunctionType(types, types));
    Instance other =
        ENGINE.compile(module.build()).instantiate(List.of(slot), InstanceLimits.NONE);
    other.start();
    slot.bind((Function) other.export("next").orElseThrow());

    assertEquals(66_000_000L, run(module, SMALL_STACK, slot)); // 1 + 2 + ... + 11, a million times
  }
}

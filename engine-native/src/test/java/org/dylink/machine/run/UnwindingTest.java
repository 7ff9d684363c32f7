package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.TrapException;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** A trap goes back to the nearest entry from Java, and leaves everything there as it was. */
class UnwindingTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final FunctionType UNARY =
      new FunctionType(List.of(ValueType.I32), List.of(ValueType.I32));

  @Test
  void javaKeepsItsValuesAroundManyTraps() throws Throwable {
    Instance instance =
        run(
            ModuleBuilder.module("lib.so")
                .exportedFunction(
                    "half", "(i32) -> i32", code().i32Const(1000).localGet(0).i32DivS()));
    MethodHandle half = ((Function) instance.export("half").orElseThrow()).handle();
    long sum = 0;
    double product = 1;
    int traps = 0;
    for (int i = 0; i < 20_000; i++) {
      try {
        sum += (int) half.invokeExact(i % 2);
        product = product * 3 % 1013;
      } catch (TrapException e) {
        traps++;
      }
    }
    assertEquals(10_000, traps);
    assertEquals(10_000_000L, sum);
    double expected = 1;
    for (int i = 0; i < 10_000; i++) {
      expected = expected * 3 % 1013;
    }
    assertEquals(expected, product);
  }

  @Test
  void javaInBetweenIsUnwoundByJava() throws Throwable {
    Function[] self = new Function[1];
    int[] left = new int[1];
    Function again = host(depth -> nested(self[0], depth, left));
    Instance instance =
        run(
            ModuleBuilder.module("lib.so")
                .importFunction("env", "again", "(i32) -> i32")
                .exportedFunction(
                    "f",
                    "(i32) -> i32",
                    code().localGet(0).call("env.again").i32Const(1).op(0x6a)), // i32.add
            again);
    self[0] = (Function) instance.export("f").orElseThrow();

    var thrown = assertThrows(IllegalStateException.class, () -> self[0].call(50));
    assertEquals("at the bottom", thrown.getMessage());
    assertEquals(51, left[0]);
  }

  private static int nested(Function self, int depth, int[] left) {
    try {
      if (depth == 0) {
        throw new IllegalStateException("at the bottom");
      }
      return (int) self.call(depth - 1);
    } finally {
      left[0]++;
    }
  }

  interface Host {
    int call(int depth);
  }

  private static Function host(Host host) throws ReflectiveOperationException {
    MethodHandle handle =
        MethodHandles.lookup()
            .findVirtual(Host.class, "call", MethodType.methodType(int.class, int.class))
            .bindTo(host);
    return ENGINE.newFunction("again", UNARY, handle);
  }

  private static Instance run(ModuleBuilder module, Extern... imports)
      throws InvalidModuleException {
    Instance instance =
        ENGINE.compile(module.build()).instantiate(List.of(imports), InstanceLimits.NONE);
    instance.start();
    return instance;
  }
}

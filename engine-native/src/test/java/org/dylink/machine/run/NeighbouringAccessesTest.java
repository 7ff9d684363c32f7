package org.dylink.machine.run;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.InvalidModuleException;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.machine.llvm.LlvmCompiler;
import org.dylink.machine.objects.ObjectSource;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** One check does for accesses behind one address, and nobody sees that it does. */
class NeighbouringAccessesTest {
  private static final NativeEngine ENGINE =
      new NativeEngine(ObjectSource.compiling(new LlvmCompiler()));
  private static final String OUT = "out of bounds memory access: ";

  @Test
  void theFirstAccessThatEndsTooFarOutIsTold() {
    Code loads = code().localGet(0).i32Load(4).localGet(0).i32Load(8).i32Add();
    Instance instance = run(loads.localGet(0).op(0x2d, 0, 16).i32Add());

    assertEquals(OUT + "1 bytes at address 0x10000", trap(instance, 0xfff0));
    assertEquals(OUT + "4 bytes at address 0xfffe", trap(instance, 0xfff6));
    assertEquals(OUT + "4 bytes at address 0xfffd", trap(instance, 0xfff9));
    assertEquals(OUT + "4 bytes at address 0x100000003", trap(instance, -1));
    assertEquals(0, call(instance, 0xffef));
  }

  @Test
  void whatIsStoredBeforeATrapIsThere() {
    Code stores = code().localGet(0).i32Load(0).drop().localGet(0).i32Const(7).i32Store(4);
    Instance instance = run(stores.localGet(0).i32Const(8).i32Store(8).i32Const(0));
    Memory memory = (Memory) instance.export("memory").orElseThrow();

    assertEquals(OUT + "4 bytes at address 0x10000", trap(instance, 0xfff8));
    assertEquals(7, memory.readInt(0xfffc));
  }

  @Test
  void anotherTrapInBetweenComesFirst() {
    Code divides = code().localGet(0).i32Load(0).drop().i32Const(1).i32Const(0).i32DivS();
    Instance instance = run(divides.localGet(0).i32Load(8).i32Add());

    assertEquals("integer divide by zero", trap(instance, 0xfff8));
  }

  @Test
  void aLocalThatIsSetInALoopIsCheckedAtEachTurn() {
    Code turns = code().loop().localGet(0).i32Load(0).drop().localGet(0).i32Const(0x4000).i32Add();
    Instance instance = run(turns.localTee(0).brIf(0).end().i32Const(0));

    assertEquals(OUT + "4 bytes at address 0x10000", trap(instance, 0x4000));
  }

  @Test
  void aLocalThatIsSetOnOneWayIsCheckedAgain() {
    Code ways = code().localGet(0).i32Load(0).drop().localGet(0).i32Const(0xfff0).op(0x46);
    ways.op(0x04, 0x40).i32Const(0x10000).localSet(0).end();
    Instance instance = run(ways.localGet(0).i32Load(0));

    assertEquals(OUT + "4 bytes at address 0x10000", trap(instance, 0xfff0));
    assertEquals(0, call(instance, 0));
  }

  private static Instance run(Code code) {
    try {
      ModuleBuilder module =
          ModuleBuilder.module("lib.so").memory(1).exportedFunction("f", "(i32) -> i32", code);
      Instance instance =
          ENGINE
              .compile(module.exportMemory("memory").build())
              .instantiate(List.of(), InstanceLimits.NONE);
      instance.start();
      return instance;
    } catch (InvalidModuleException e) {
      throw new AssertionError(e);
    }
  }

  private static Object call(Instance instance, int address) {
    return ((Function) instance.export("f").orElseThrow()).call(address);
  }

  private static String trap(Instance instance, int address) {
    return assertThrows(TrapException.class, () -> call(instance, address)).getMessage();
  }
}

package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;

/** Memories of one module: private and shared ones, its own and others', by whichever index. */
class SeveralMemoriesTest {
  private static final int COPY = 0x0a;
  private static final int SECOND = 0x40; // in the alignment: the memory's index follows

  private final JvmEngine engine = new JvmEngine();
  private final Memory first = memory(1, 4, false);
  private final Memory second = memory(2, 3, true);

  private Memory memory(long minimum, long maximum, boolean shared) {
    return engine.newMemory(new MemoryType(new Limits(minimum, maximum), shared));
  }

  private static ModuleBuilder mixed() {
    return module("mixed.wasm")
        .importMemory("env", "first", 1)
        .importSharedMemory("env", "second", 1, 65_536)
        .memory(3, 5);
  }

  private Function function(String signature, Code code) throws Exception {
    return function(mixed(), List.of(first, second), signature, code);
  }

  private Function function(ModuleBuilder module, List<Memory> imports, String signature, Code code)
      throws Exception {
    module.exportedFunction("f", signature, code);
    Instance instance = engine.compile(module.build()).instantiate(imports, InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }

  private static Code address() {
    return code().localGet(0);
  }

  @Test
  void eachAccessGoesToTheMemoryThatItNames() throws Exception {
    first.writeInt(8, 11);
    second.writeInt(8, 22);

    assertEquals(11, function("i32 -> i32", address().op(0x28, 2, 0)).call(8));
    assertEquals(22, function("i32 -> i32", address().op(0x28, SECOND | 2, 1, 0)).call(8));
    assertEquals(22, function("i32 -> i32", address().op(0x28, SECOND | 2, 1, 8)).call(0));
    assertEquals(0, function("i32 -> i32", address().op(0x28, SECOND | 2, 2, 0)).call(8));
    assertEquals(11, function("i32 -> i32", address().op(0x28, SECOND | 2, 0, 0)).call(8));
  }

  @Test
  void sizesAndGrowthAreEachMemorysOwn() throws Exception {
    assertEquals(1, function("() -> i32", code().op(0x3f, 0)).call());
    assertEquals(2, function("() -> i32", code().op(0x3f, 1)).call());
    assertEquals(3, function("() -> i32", code().op(0x3f, 2)).call());
    assertEquals(2, function("i32 -> i32", address().op(0x40, 1)).call(1));
    assertEquals(3, second.pages());
    assertEquals(1, first.pages());
    assertEquals(-1, function("i32 -> i32", address().op(0x40, 1)).call(1));
  }

  @Test
  void bytesAreCopiedBetweenKinds() throws Exception {
    first.writeLong(100, 0x0123_4567_89ab_cdefL);
    Code copied =
        code()
            .localGet(0)
            .localGet(1)
            .localGet(2)
            .op(0xfc, COPY, 1, 0)
            .localGet(0)
            .op(0x29, SECOND, 1, 0);
    Function copy = function("(i32, i32, i32) -> i64", copied);

    assertEquals(0x0123_4567_89ab_cdefL, copy.call(70_000, 100, 8));
    assertEquals(0x0123_4567_89ab_cdefL, second.readLong(70_000));
  }

  @Test
  void aCopyThatPassesAnEndOfEitherChangesNothing() throws Exception {
    second.writeLong(0, 5);
    Code code = code().localGet(0).localGet(1).localGet(2).op(0xfc, COPY, 1, 0);
    Function copy = function("(i32, i32, i32) -> ()", code);

    for (int[] each : new int[][] {{0, 65_530, 8}, {131_070, 0, 8}, {0, 0, -1}, {-8, 0, 8}}) {
      TrapException trap =
          assertThrows(TrapException.class, () -> copy.call(each[0], each[1], each[2]));
      assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind());
    }
    assertEquals(5, second.readLong(0));
  }

  @Test
  void aMemoryThatIsImportedTwiceIsOne() throws Exception {
    ModuleBuilder twice =
        module("twice.wasm").importMemory("env", "a", 1).importMemory("env", "b", 1);
    first.writeLong(0, 0x0807_0605_0403_0201L);
    Code code =
        code().i32Const(2).i32Const(0).i32Const(8).op(0xfc, COPY, 1, 0).i32Const(1).op(0x40, 1);

    assertEquals(1, function(twice, List.of(first, first), "() -> i32", code).call());

    assertEquals(0x0605_0403_0201_0201L, first.readLong(0)); // as if all were read before
    assertEquals(2, first.pages());
  }

  @Test
  void atomicsAndWaitsAreOfTheMemoryThatTheyName() throws Exception {
    Code add = code().localGet(0).i32Const(5).op(0xfe, 0x1e, SECOND | 2, 1, 4);
    second.writeInt(12, 37);

    assertEquals(37, function("i32 -> i32", add).call(8));

    assertEquals(42, second.readInt(12));
    Code wait = code().localGet(0).i32Const(0).i64Const(0).op(0xfe, 0x01, SECOND | 2, 2, 0);
    TrapException trap =
        assertThrows(TrapException.class, () -> function("i32 -> i32", wait).call(8));
    assertEquals("expected shared memory: nobody else can wake who waits", trap.getMessage());
  }
}

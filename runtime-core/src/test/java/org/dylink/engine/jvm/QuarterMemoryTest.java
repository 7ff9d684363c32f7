package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.format.AddressType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loads and stores of functions that keep vectors as four ints, with each kind of memory, few of
 * them and many.
 */
class QuarterMemoryTest {
  private static final int PAGE = 65_536;
  private static final int OFFSET = 4;
  private static final int LARGE_PAGES = 40_000;
  private static final String KINDS =
      """
      false, false, 1
      false, true, 1
      true, false, 1
      true, true, 1
      false, false, 40000
      false, true, 40000
      """;

  private final JvmEngine engine = new JvmEngine();
  private boolean isWide;
  private Memory memory;

  private Function function(boolean wide, boolean shared, long maximum, Code... bodies)
      throws Exception {
    boolean canBeLarge = Runtime.version().feature() >= 22;
    assumeTrue(maximum < LARGE_PAGES || canBeLarge, "before Java 22 a memory has at most 2 GiB");
    isWide = wide;
    AddressType addresses = wide ? AddressType.I64 : AddressType.I32;
    memory = engine.newMemory(new MemoryType(addresses, new Limits(1, maximum), shared));
    ModuleBuilder module = module("quarters.wasm");
    if (wide && shared) {
      module.importWideSharedMemory("env", "memory", 1, maximum);
    } else if (wide) {
      module.importWideMemory("env", "memory", 1, maximum);
    } else if (shared) {
      module.importSharedMemory("env", "memory", 1, maximum);
    } else {
      module.importMemory("env", "memory", 1, maximum);
    }
    Code body = code();
    for (Code each : bodies) {
      body.then(each);
    }
    module.exportedFunction("run", wide ? "(i64, i64) -> ()" : "(i32, i32) -> ()", body);
    Instance instance =
        engine.compile(module.build()).instantiate(List.of(memory), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("run").orElseThrow();
  }

  private void run(Function function, int from, int to) {
    if (isWide) {
      function.call((long) from, (long) to);
    } else {
      function.call(from, to);
    }
  }

  /** Doubles what is loaded, as ints, and stores it. */
  private static Code doubled(int load) {
    return code()
        .localGet(1)
        .localGet(0)
        .op(0xfd, load)
        .memoryArgument(0, OFFSET)
        .i32Const(1)
        .op(0xfd, 0xab, 1) // i32x4.shl
        .op(0xfd, 0x0b)
        .memoryArgument(0, OFFSET);
  }

  private void assertInts(int at, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], memory.readInt(at + 4 * i), "int " + i);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = KINDS)
  void wholeVectorsGoFromPlaceToPlace(boolean wide, boolean shared, long maximum) throws Exception {
    Function one = function(wide, shared, maximum, doubled(0));
    assertDoubles(one);
    Code[] many = new Code[20];
    Arrays.fill(many, doubled(0));
    assertDoubles(function(wide, shared, maximum, many));
  }

  private void assertDoubles(Function function) {
    int last = PAGE - 16 - OFFSET;
    for (int from : new int[] {0, 1, last}) {
      for (int i = 0; i < 4; i++) {
        memory.writeInt(from + OFFSET + 4 * i, i - 0x1234_5678);
      }
      run(function, from, 1_000);
      assertInts(1_000 + OFFSET, -0x2468_acf0, -0x2468_acee, -0x2468_acec, -0x2468_acea);
    }
    run(function, 0, last);
    for (int outside : new int[] {last + 1, PAGE, -1, -OFFSET}) {
      assertThrows(TrapException.class, () -> run(function, outside, 0), "load at " + outside);
      assertThrows(TrapException.class, () -> run(function, 0, outside), "store at " + outside);
    }
  }

  @ParameterizedTest
  @CsvSource(textBlock = KINDS)
  void partsOfVectorsAreSpreadExtendedAndStored(boolean wide, boolean shared, long maximum)
      throws Exception {
    Function splat = function(wide, shared, maximum, doubled(0x09));
    memory.writeInt(8 + OFFSET, -3);
    run(splat, 8, 100);
    assertInts(100 + OFFSET, -6, -6, -6, -6);

    Function zero = function(wide, shared, maximum, doubled(0x5c));
    memory.writeInt(8 + OFFSET, -3);
    run(zero, 8, 100);
    assertInts(100 + OFFSET, -6, 0, 0, 0);

    Function signed = function(wide, shared, maximum, doubled(0x03));
    memory.writeLong(8 + OFFSET, 0x8000_7fff_ffff_0001L);
    run(signed, 8, 100);
    assertInts(100 + OFFSET, 2, -2, 0xfffe, -0x1_0000);

    Function unsigned = function(wide, shared, maximum, doubled(0x04));
    memory.writeLong(8 + OFFSET, 0x8000_7fff_ffff_0001L);
    run(unsigned, 8, 100);
    assertInts(100 + OFFSET, 2, 0x1_fffe, 0xfffe, 0x1_0000);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLaneIsStoredAlone(boolean wide) throws Exception {
    for (int lane = 0; lane < 4; lane++) {
      Code store =
          code()
              .localGet(1)
              .localGet(0)
              .op(0xfd, 0)
              .memoryArgument(0, OFFSET)
              .i32Const(1)
              .op(0xfd, 0xab, 1)
              .op(0xfd, 0x5a) // v128.store32_lane
              .memoryArgument(0, OFFSET)
              .op(lane);
      Function function = function(wide, false, 1, store);
      for (int i = 0; i < 4; i++) {
        memory.writeInt(OFFSET + 4 * i, i + 1);
      }
      memory.writeInt(104 + OFFSET, 77);
      run(function, 0, 100);
      assertInts(100 + OFFSET, 2 * (lane + 1), 77);
      run(function, 0, PAGE - 4 - OFFSET);
      assertThrows(TrapException.class, () -> run(function, 0, PAGE - 3 - OFFSET));
    }
  }
}

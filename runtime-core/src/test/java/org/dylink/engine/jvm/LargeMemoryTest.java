package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.format.AddressType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Memories that pass 2 GiB, where Java can have them. Of each, some pages are touched: the system
 * gives memory to no others.
 */
class LargeMemoryTest {
  private static final long GIB = 1L << 30;
  private static final int PAGES_OF_GIB = (int) (GIB / MemoryType.PAGE_SIZE);
  private static final boolean CAN_PASS = Runtime.version().feature() >= 22;

  private final JvmEngine engine = new JvmEngine();

  private static void assumeLarge() {
    assumeTrue(CAN_PASS, "before Java 22 a memory has at most 2 GiB less one page");
  }

  private Memory memory(AddressType addresses, long maximum, boolean shared) {
    return engine.newMemory(new MemoryType(addresses, new Limits(1, maximum), shared));
  }

  private CompiledModule accessing(boolean shared) throws Exception {
    var module =
        shared
            ? module("lib.so").importSharedMemory("env", "memory", 1, 65_536)
            : module("lib.so").importMemory("env", "memory", 1);
    return engine.compile(
        module
            .exportedFunction(
                "store", "(i32, i64) -> ()", code().localGet(0).localGet(1).i64Store(16))
            .exportedFunction("load", "(i32) -> i64", code().localGet(0).i64Load(16))
            .exportedFunction(
                "fill", "(i32, i32) -> ()", code().localGet(0).i32Const(7).localGet(1).memoryFill())
            .exportedFunction(
                "copy",
                "(i32, i32, i32) -> ()",
                code().localGet(0).localGet(1).localGet(2).memoryCopy())
            .exportedFunction(
                "add", "(i32) -> i32", code().localGet(0).i32Const(1).op(0xfe, 0x1e, 2, 0))
            .build());
  }

  private static Object call(Instance instance, String function, Object... arguments) {
    return ((Function) instance.export(function).orElseThrow()).call(arguments);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aMemoryWithAddressesOf32BitsGrowsTo4GiB(boolean shared) throws Exception {
    assumeLarge();
    Memory memory = memory(AddressType.I32, 65_536, shared);
    assumeTrue(memory.maximumPages() == 65_536, "the system has no 4 GiB of addresses");
    Instance instance = accessing(shared).instantiate(List.of(memory), InstanceLimits.NONE);
    instance.start();
    assertEquals(1, memory.grow(65_535));

    for (int at : new int[] {0, 0x7fff_fff0, 0x8000_0000, 0xc000_0000, 0xffff_ffe8}) {
      long address = Integer.toUnsignedLong(at);
      call(instance, "store", at, address + 1);
      assertEquals(address + 1, call(instance, "load", at));
      assertEquals(address + 1, memory.readLong(address + 16));
    }
    TrapException trap =
        assertThrows(TrapException.class, () -> call(instance, "load", 0xffff_ffe9));
    assertEquals(
        "out of bounds memory access: 8 bytes at address 0xfffffff9, memory has 0x100000000 bytes",
        trap.getMessage());
    call(instance, "fill", 0x9000_0000, 12);
    assertEquals(0x0707_0707, memory.readInt(0x9000_0008L));
    assertEquals(0, memory.readInt(0x9000_000cL));
    call(instance, "copy", 0xf000_0004, 0x9000_0000, 12);
    assertEquals(0x0707_0707, memory.readInt(0xf000_0004L));
    assertEquals(0x0707_0707, call(instance, "add", 0xf000_0004));
    assertEquals(0x0707_0708, memory.readInt(0xf000_0004L));
    assertEquals(-1, memory.grow(1));
  }

  @Test
  void oneModuleServesSmallAndLargeMemories() throws Exception {
    assumeLarge();
    CompiledModule module = accessing(false);
    Memory small = memory(AddressType.I32, 16, false);
    Memory large = memory(AddressType.I32, 40_000, false);
    for (Memory memory : List.of(small, large, small)) {
      Instance instance = module.instantiate(List.of(memory), InstanceLimits.NONE);
      instance.start();
      call(instance, "store", 0, 5L);
      assertEquals(5L, memory.readLong(16));
    }
  }

  @Test
  void aMemoryWithAddressesOf64BitsPasses4GiB() throws Exception {
    assumeLarge();
    Memory memory = memory(AddressType.I64, 5 * PAGES_OF_GIB, false);
    assumeTrue(memory.maximumPages() == 5 * PAGES_OF_GIB, "the system has no 5 GiB of addresses");
    assertEquals(1, memory.grow(5 * PAGES_OF_GIB - 1));

    memory.writeLong(5 * GIB - 8, 42);
    assertEquals(42, memory.readLong(5 * GIB - 8));
    byte[] bytes = {1, 2, 3};
    memory.write(4 * GIB - 1, bytes, 0, 3);
    byte[] read = new byte[3];
    memory.read(4 * GIB - 1, read, 0, 3);
    assertArrayEquals(bytes, read);
    memory.fill(4 * GIB, (byte) 9, 2);
    assertEquals((short) 0x0909, memory.readShort(4 * GIB));
    TrapException trap = assertThrows(TrapException.class, () -> memory.readInt(5 * GIB - 3));
    assertEquals(
        "out of bounds memory access: 4 bytes at address 0x13ffffffd, memory has 0x140000000"
            + " bytes",
        trap.getMessage());
  }

  @Test
  void before22TheLimitIsNamed() {
    assumeTrue(!CAN_PASS, "since Java 22 there is none");
    for (AddressType addresses : AddressType.values()) {
      EngineLimitException refused =
          assertThrows(
              EngineLimitException.class,
              () -> engine.newMemory(new MemoryType(addresses, new Limits(40_000, 65_536), false)));
      assertEquals(
          "memory of 40000 pages: this engine has at most 32767 before Java 22",
          refused.getMessage());
    }
  }

  @Test
  void aMemoryOfTheModulesOwnHasWhatWasAskedForIt() throws Exception {
    CompiledModule module =
        engine.compile(module("main.wasm").memory(1).exportMemory("memory").build());
    assertEquals(32_767, maximumOf(module, InstanceLimits.NONE));
    assertEquals(
        CAN_PASS ? 60_000 : 32_767, maximumOf(module, new InstanceLimits(60_000, 1, true)));
    assertEquals(17, maximumOf(module, new InstanceLimits(17, 1, true)));
  }

  private static long maximumOf(CompiledModule module, InstanceLimits limits) {
    Instance instance = module.instantiate(List.of(), limits);
    return ((Memory) instance.export("memory").orElseThrow()).maximumPages();
  }

  @Test
  void whoAsksForNoMoreHasAnArray() {
    assertEquals(32_767, memory(AddressType.I32, 32_768, false).maximumPages());
    MemoryType unbounded = new MemoryType(new Limits(1, Limits.UNBOUNDED), false);
    assertEquals(32_767, engine.newMemory(unbounded).maximumPages());
  }
}

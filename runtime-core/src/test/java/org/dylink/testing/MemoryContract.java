package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.engine.MemoryImage;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Memories: access from outside, growth, sharing, segments. */
abstract class MemoryContract extends ContractTest {
  private static final int PAGE = MemoryType.PAGE_SIZE;

  /** Whether the memories are such that threads may share. */
  boolean shared() {
    return false;
  }

  @Override
  Memory memory(long minimum, long maximum) {
    return engine().newMemory(new MemoryType(new Limits(minimum, maximum), shared()));
  }

  private ModuleBuilder importing(String name) {
    return shared()
        ? module(name).importSharedMemory("env", "memory", 1, 65_536)
        : module(name).importMemory("env", "memory", 1);
  }

  @Test
  void readsWhatIsWrittenLowestByteFirst() {
    Memory memory = memory(1, 1);
    memory.writeLong(8, 0x0123_4567_89ab_cdefL);

    assertEquals(0x0123_4567_89ab_cdefL, memory.readLong(8));
    assertEquals(0x89ab_cdef, memory.readInt(8));
    assertEquals((short) 0xcdef, memory.readShort(8));
    assertEquals((byte) 0xef, memory.readByte(8));
    memory.writeInt(20, -2);
    memory.writeShort(24, (short) -3);
    memory.writeByte(26, (byte) -4);
    assertEquals(-2, memory.readInt(20));
    assertEquals(-3, memory.readShort(24));
    assertEquals(-4, memory.readByte(26));
  }

  @Test
  void reachesAcrossAPageBorder() {
    Memory memory = memory(2, 2);
    memory.writeLong(PAGE - 3, 0x0123_4567_89ab_cdefL);
    memory.writeInt(PAGE + 30, 77);

    assertEquals(0x0123_4567_89ab_cdefL, memory.readLong(PAGE - 3));
    assertEquals(0x6789_abcd, memory.readInt(PAGE - 2));
    byte[] bytes = new byte[10];
    memory.read(PAGE - 3, bytes, 1, 8);
    assertArrayEquals(
        new byte[] {0, (byte) 0xef, (byte) 0xcd, (byte) 0xab, (byte) 0x89, 0x67, 0x45, 0x23, 1, 0},
        bytes);
  }

  @Test
  void copiesAndFillsRanges() {
    Memory memory = memory(2, 2);
    memory.write(PAGE - 2, new byte[] {9, 1, 2, 3, 4, 9}, 1, 4);
    assertEquals(0x0403_0201, memory.readInt(PAGE - 2));

    memory.fill(PAGE - 1, (byte) 7, 2);
    assertEquals(0x0407_0701, memory.readInt(PAGE - 2));
    memory.fill(2 * PAGE, (byte) 7, 0);
    memory.write(2 * PAGE, new byte[0], 0, 0);
    memory.read(2 * PAGE, new byte[0], 0, 0);
  }

  @Test
  void trapsPastItsEndAndChangesNothing() {
    Memory memory = memory(1, 1);
    assertOutOfBounds(() -> memory.readByte(PAGE));
    assertOutOfBounds(() -> memory.readShort(PAGE - 1));
    assertOutOfBounds(() -> memory.readInt(PAGE - 3));
    assertOutOfBounds(() -> memory.readLong(PAGE - 7));
    assertOutOfBounds(() -> memory.writeByte(PAGE, (byte) 1));
    assertOutOfBounds(() -> memory.writeShort(PAGE - 1, (short) -1));
    assertOutOfBounds(() -> memory.writeInt(PAGE - 3, -1));
    assertOutOfBounds(() -> memory.writeLong(PAGE - 7, -1));
    assertOutOfBounds(() -> memory.read(PAGE - 3, new byte[4], 0, 4));
    assertOutOfBounds(() -> memory.write(PAGE - 3, new byte[] {1, 1, 1, 1}, 0, 4));
    assertOutOfBounds(() -> memory.fill(PAGE - 3, (byte) 1, 4));

    assertEquals(0, memory.readLong(PAGE - 8));
  }

  @Test
  void takesAddressesAndSizesAsUnsigned() {
    Memory memory = memory(1, 1);
    for (int address : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertOutOfBounds(() -> memory.readByte(address));
      assertOutOfBounds(() -> memory.readLong(address));
      assertOutOfBounds(() -> memory.writeInt(address, 1));
      assertOutOfBounds(() -> memory.fill(address, (byte) 1, 1));
      assertOutOfBounds(() -> memory.fill(8, (byte) 1, address));
      assertOutOfBounds(() -> memory.read(address, new byte[4], 0, 4));
      assertOutOfBounds(() -> memory.write(address, new byte[4], 0, 4));
    }
    assertOutOfBounds(() -> memory.fill(Integer.MAX_VALUE, (byte) 1, Integer.MAX_VALUE));
    assertEquals(0, memory.readLong(8));
  }

  @Test
  void hasNothingPastFourGigabytes() {
    Memory memory = memory(1, 1);
    memory.writeInt(8L, 42);
    assertEquals(42, memory.readInt(8));
    for (long address : new long[] {1L << 32, (1L << 32) + 8, -1L, Long.MIN_VALUE, -8L}) {
      assertOutOfBounds(() -> memory.readByte(address));
      assertOutOfBounds(() -> memory.readLong(address));
      assertOutOfBounds(() -> memory.writeInt(address, 1));
      assertOutOfBounds(() -> memory.fill(address, (byte) 1, 1));
      assertOutOfBounds(() -> memory.fill(8L, (byte) 1, address));
      assertOutOfBounds(() -> memory.read(address, new byte[4], 0, 4));
      assertOutOfBounds(() -> memory.write(address, new byte[4], 0, 4));
      assertEquals(-1, memory.grow(address));
    }
    assertEquals(42, memory.readInt(8L));
  }

  @Test
  void growsUpToItsMaximum() {
    Memory memory = memory(1, 3);
    assertEquals(1, memory.grow(0));
    assertEquals(1, memory.grow(1));
    assertEquals(2, memory.pages());
    assertEquals(0, memory.readInt(2 * PAGE - 4));
    assertEquals(-1, memory.grow(2));
    assertEquals(-1, memory.grow(-1));
    assertEquals(-1, memory.grow(Integer.MAX_VALUE));
    assertEquals(2, memory.pages());
    assertEquals(2, memory.grow(1));
    assertEquals(3, memory.maximumPages());
    assertEquals(new Limits(1, 3), memory.type().limits());
  }

  @Test
  void beginsWithWhatAnotherOneHeld() {
    Memory first = memory(3, 10);
    first.writeLong(16, 77);
    first.writeByte(2 * PAGE - 1, (byte) 5);
    MemoryImage image = MemoryImage.of(first);
    first.writeLong(16, 1);

    assertEquals(3, image.pages());
    assertEquals(8 << 10, image.bytes());
    // What may pass 2 GiB is another kind of memory to some engines.
    for (long maximum : List.of(10L, 40_000L)) {
      MemoryType type = new MemoryType(new Limits(3, maximum), shared());
      Memory second = engine().newMemory(type, image);
      Memory third = engine().newMemory(type, image);
      second.writeLong(16, 78);
      assertEquals(78, second.readLong(16));
      assertEquals(77, third.readLong(16));
      assertEquals(5, third.readByte(2 * PAGE - 1));
      assertEquals(0, third.readLong(8));
      assertEquals(3, third.grow(1));
      assertEquals(0, third.readLong(4 * PAGE - 8));
      assertEquals(77, engine().newMemory(type, image).readLong(16));
    }
    assertEquals(0, engine().newMemory(new MemoryType(new Limits(3, 10), shared())).readLong(16));
  }

  @Test
  void makesAMemoryOf4GiBWholeOrRefusesIt() {
    // No JVM array holds as much; address space of the system does.
    MemoryType type = new MemoryType(new Limits(65_536, 65_536), shared());
    Memory memory;
    try {
      memory = engine().newMemory(type);
    } catch (EngineLimitException e) {
      return;
    }

    memory.writeByte(0xffff_ffffL, (byte) 42);
    assertEquals(65_536, memory.pages());
    assertEquals(42, memory.readByte(0xffff_ffffL));
  }

  @Test
  void isOneForTwoInstances() {
    Memory memory = memory(1, 4);
    Instance first = run(accessing("liba.so"), memory);
    Instance second = run(accessing("libb.so"), memory);

    call(first, "store", 16, 42);
    assertEquals(42, call(second, "load", 16));
    assertEquals(42, memory.readInt(16));
    assertEquals(1, call(first, "grow", 2));
    assertEquals(3, call(second, "size"));
    call(second, "store", 3 * PAGE - 4, 43);
    assertEquals(43, memory.readInt(3 * PAGE - 4));
    assertEquals(-1, call(second, "grow", 2));
    assertEquals(-1, call(second, "grow", -1));
    assertEquals(3, memory.pages());
  }

  @Test
  void growsFromInsideAsFarAsTheProgramsMemoryMay() {
    Memory memory = memory(1, 2);
    Instance instance = run(accessing("lib.so"), memory);

    assertEquals(1, call(instance, "grow", 1));
    assertEquals(-1, call(instance, "grow", 1));
  }

  @Test
  void fillsAndCopiesFromInside() {
    Memory memory = memory(1, 1);
    Instance instance = run(accessing("lib.so"), memory);
    call(instance, "fill", 100, 0x1ff, 4);
    call(instance, "copy", 102, 100, 4);

    assertEquals(0xffff_ffff_ffffL, memory.readLong(100));
    assertOutOfBounds(() -> call(instance, "fill", PAGE - 3, 1, 4));
    assertOutOfBounds(() -> call(instance, "fill", 8, 1, -1));
    assertOutOfBounds(() -> call(instance, "copy", PAGE - 3, 0, 4));
    assertOutOfBounds(() -> call(instance, "copy", 0, PAGE - 3, 4));
    assertEquals(0, memory.readInt(PAGE - 4));
  }

  @Test
  void trapsFromInsidePastItsEnd() {
    Instance instance = run(accessing("lib.so"), memory(1, 1));
    for (int address : new int[] {PAGE, PAGE - 3, -1, -4, Integer.MIN_VALUE}) {
      assertOutOfBounds(() -> call(instance, "load", address));
      assertOutOfBounds(() -> call(instance, "store", address, 1));
      assertOutOfBounds(() -> call(instance, "loadFar", address));
    }
    assertOutOfBounds(() -> call(instance, "loadFar", 0));
    assertOutOfBounds(() -> call(instance, "loadFar", 0x1000));
  }

  @Test
  void keepsPassiveSegmentsOfTwoModulesApart() {
    Memory memory = memory(1, 1);
    Instance first = run(withPassiveData("liba.so", "aaaa"), memory);
    Instance second = run(withPassiveData("libb.so", "bbbb"), memory);

    call(first, "init", 0, 0, 4);
    call(second, "init", 4, 0, 4);
    assertEquals("aaaabbbb", text(memory, 0, 8));
    call(first, "drop");
    assertOutOfBounds(() -> call(first, "init", 8, 0, 4));
    call(second, "init", 8, 0, 4);
    assertEquals("bbbb", text(memory, 8, 4));
  }

  @Test
  void dropsASegmentOfOneInstanceOnly() {
    CompiledModule compiled = compile(withPassiveData("lib.so", "text"));
    Memory memory = memory(1, 1);
    Instance first = run(compiled, memory);
    call(first, "drop");
    assertOutOfBounds(() -> call(first, "init", 0, 0, 1));
    call(first, "init", 0, 0, 0);

    Memory other = memory(1, 1);
    Instance second = run(compiled, other);
    call(second, "init", 0, 1, 3);
    assertEquals("ext", text(other, 0, 3));
  }

  @Test
  void trapsPastTheEndOfASegment() {
    Memory memory = memory(1, 1);
    Instance instance = run(withPassiveData("lib.so", "text"), memory);

    assertOutOfBounds(() -> call(instance, "init", 0, 1, 4));
    assertOutOfBounds(() -> call(instance, "init", 0, -1, 1));
    assertOutOfBounds(() -> call(instance, "init", PAGE - 3, 0, 4));
    assertEquals(0, memory.readInt(0));
    assertEquals(0, memory.readInt(PAGE - 4));
  }

  @Test
  void dropsAnActiveSegmentOnceItIsCopied() {
    Memory memory = memory(1, 1);
    Instance instance =
        run(
            importing("lib.so")
                .data(code().i32Const(0), "active")
                .passiveData("passive")
                .exportedFunction(
                    "init", "() -> ()", code().i32Const(16).i32Const(0).i32Const(1).memoryInit(0)),
            memory);

    assertOutOfBounds(() -> call(instance, "init"));
  }

  @Test
  void doesNotTouchAnothersSegmentsByDroppingActiveOnes() {
    Memory memory = memory(1, 1);
    ModuleBuilder lib =
        importing("lib.so")
            .data(code().i32Const(0), "active")
            .withDataCount()
            .exportedFunction("drop", "() -> ()", code().dataDrop(0));
    CompiledModule compiled = compile(lib);
    call(run(compiled, memory), "drop");
    memory.fill(0, (byte) 0, 8);

    run(compiled, memory);
    assertEquals("active", text(memory, 0, 6));
  }

  @Test
  void startsZeroedForEachInstance() {
    CompiledModule compiled =
        compile(defining().data(code().i32Const(8), "x").exportMemory("memory"));
    List<Memory> memories = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Memory memory = (Memory) export(run(compiled), "memory");
      assertEquals("\0x\0", text(memory, 7, 3));
      memory.fill(0, (byte) 1, 64);
      memories.add(memory);
    }
    assertEquals(1, memories.get(1).readByte(0));
  }

  private ModuleBuilder defining() {
    ModuleBuilder lib = module("lib.so");
    return shared() ? lib.sharedMemory(1, 1) : lib.memory(1);
  }

  private ModuleBuilder accessing(String name) {
    return importing(name)
        .exportedFunction("load", "(i32) -> i32", code().localGet(0).i32Load(0))
        .exportedFunction("loadFar", "(i32) -> i32", code().localGet(0).i32Load(0xffff_fff0))
        .exportedFunction("store", "(i32, i32) -> ()", code().localGet(0).localGet(1).i32Store(0))
        .exportedFunction("grow", "(i32) -> i32", code().localGet(0).memoryGrow())
        .exportedFunction("size", "() -> i32", code().memorySize())
        .exportedFunction(
            "fill",
            "(i32, i32, i32) -> ()",
            code().localGet(0).localGet(1).localGet(2).memoryFill())
        .exportedFunction(
            "copy",
            "(i32, i32, i32) -> ()",
            code().localGet(0).localGet(1).localGet(2).memoryCopy());
  }

  private ModuleBuilder withPassiveData(String name, String text) {
    return importing(name)
        .passiveData(text)
        .exportedFunction(
            "init",
            "(i32, i32, i32) -> ()",
            code().localGet(0).localGet(1).localGet(2).memoryInit(0))
        .exportedFunction("drop", "() -> ()", code().dataDrop(0));
  }

  private static String text(Memory memory, int address, int size) {
    byte[] bytes = new byte[size];
    memory.read(address, bytes, 0, size);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void assertOutOfBounds(Executable access) {
    var trap = assertThrows(TrapException.class, access);
    assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind(), trap.getMessage());
  }
}

package org.dylink.engine.jvm;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.AddressType;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memories with addresses of 64 bits: each access, and sums that have more bits. */
class WideMemoryTest {
  private static final int FIRST_LOAD = 0x28;
  private static final int FIRST_STORE = 0x36;
  private static final int LAST_STORE = 0x3e;

  private final JvmEngine engine = new JvmEngine();
  private final Memory wide =
      engine.newMemory(new MemoryType(AddressType.I64, new Limits(1, 2), false));
  private final Memory narrow = engine.newMemory(new MemoryType(new Limits(1, 2), false));

  private static ModuleBuilder both() {
    return module("both.wasm").importWideMemory("env", "wide", 1).importMemory("env", "narrow", 1);
  }

  private Function function(String signature, Code code) throws Exception {
    ModuleBuilder module = both().exportedFunction("f", signature, code);
    Instance instance =
        engine.compile(module.build()).instantiate(List.of(wide, narrow), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }

  private static String type(int opcode) {
    List<String> types = List.of("i32", "i64", "f32", "f64");
    int at = opcode < FIRST_STORE ? opcode - FIRST_LOAD : opcode - FIRST_STORE;
    boolean isInt = opcode < FIRST_STORE ? at < 8 : at < 6;
    return at < 4 ? types.get(at) : isInt ? "i32" : "i64";
  }

  private static Object number(String type) {
    return switch (type) {
      case "i32" -> 0x89abcdef;
      case "i64" -> 0x0123_4567_89ab_cdefL;
      case "f32" -> 1.5f;
      default -> -2.5;
    };
  }

  @Test
  void eachLoadAndStoreDoesWhatItDoesAtAddressesOf32Bits() throws Exception {
    for (int opcode = FIRST_STORE; opcode <= LAST_STORE; opcode++) {
      String type = type(opcode);
      Object number = number(type);
      function("(i64, " + type + ") -> ()", store(opcode, 0x40, 0)).call(8L, number);
      function("(i32, " + type + ") -> ()", store(opcode, 0x40, 1)).call(8, number);
      assertEquals(narrow.readLong(16), wide.readLong(16), Integer.toHexString(opcode));
    }
    narrow.writeLong(16, 0xfedc_ba98_f654_9210L);
    wide.writeLong(16, 0xfedc_ba98_f654_9210L);
    for (int opcode = FIRST_LOAD; opcode < FIRST_STORE; opcode++) {
      String type = type(opcode);
      Object expected = function("(i32) -> " + type, load(opcode, 1)).call(8);
      Object found = function("(i64) -> " + type, load(opcode, 0)).call(8L);
      assertEquals(expected, found, Integer.toHexString(opcode));
    }
  }

  private static Code store(int opcode, int alignment, int memory) {
    return code().localGet(0).localGet(1).op(opcode, alignment, memory, 8);
  }

  private static Code load(int opcode, int memory) {
    return code().localGet(0).op(opcode, 0x40, memory, 8);
  }

  @ParameterizedTest
  @CsvSource({
    "0xfffd, 0, 4 bytes at address 0xfffd; memory has 0x10000 bytes",
    "0x7fffffffffffffff, 0, 4 bytes at address 0x7fffffffffffffff; memory has 0x10000 bytes",
    "0x100000000, 0, 4 bytes at address 0x100000000; memory has 0x10000 bytes",
    "0x8000000000000000, 0, address 0x8000000000000000",
    "0xffffffffffffffff, 0, address 0xffffffffffffffff",
    "0xffffffffffffffff, 1, address 0x10000000000000000",
    "0xfffffffffffffffc, 8, address 0x10000000000000004",
    "0xffffffffffffffff, 0xffffffffffffffff, address 0x1fffffffffffffffe",
    "0x7fffffffffffffff, 0x7fffffffffffffff, address 0xfffffffffffffffe",
    "0, 0xffffffffffffffff, address 0xffffffffffffffff",
    "1, 0xffffffffffffffff, address 0x10000000000000000",
    "0x8000000000000000, 0x8000000000000000, address 0x10000000000000000",
    "0, 0x10000, 4 bytes at address 0x10000; memory has 0x10000 bytes",
  })
  void noSumOfAddressAndOffsetComesBackIntoTheMemory(String address, String offset, String where)
      throws Exception {
    Code code = code().localGet(0).op(0x28, 2).op(leb(Long.decode("0") | parse(offset)));
    TrapException trap =
        assertThrows(
            TrapException.class, () -> function("(i64) -> i32", code).call(parse(address)));
    assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind());
    assertEquals("out of bounds memory access: " + where.replace(';', ','), trap.getMessage());
    Code store = code().localGet(0).i32Const(7).op(0x36, 2).op(leb(parse(offset)));
    assertThrows(TrapException.class, () -> function("(i64) -> ()", store).call(parse(address)));
  }

  private static long parse(String number) {
    return number.startsWith("0x")
        ? Long.parseUnsignedLong(number.substring(2), 16)
        : Long.parseLong(number);
  }

  private static int[] leb(long number) {
    List<Integer> bytes = new ArrayList<>();
    long left = number;
    do {
      int low = (int) (left & 0x7f);
      left >>>= 7;
      bytes.add(left == 0 ? low : low | 0x80);
    } while (left != 0);
    return bytes.stream().mapToInt(each -> each).toArray();
  }

  @Test
  void sizesAndCountsAreOf64Bits() throws Exception {
    assertEquals(1L, function("() -> i64", code().op(0x3f, 0)).call());
    Function grow = function("(i64) -> i64", code().localGet(0).op(0x40, 0));
    assertEquals(-1L, grow.call(0x1_0000_0000L));
    assertEquals(-1L, grow.call(-1L));
    assertEquals(1L, grow.call(1L));
    assertEquals(2L, grow.call(0L));
    Function fill =
        function("(i64, i64) -> ()", code().localGet(0).i32Const(3).localGet(1).op(0xfc, 11, 0));
    fill.call(0x1_fffcL, 4L);
    assertEquals(0x0303_0303, wide.readInt(0x1_fffcL));
    TrapException trap = assertThrows(TrapException.class, () -> fill.call(8L, -4L));
    assertEquals(
        "out of bounds memory access: 18446744073709551612 bytes at address 0x8, memory has"
            + " 0x20000 bytes",
        trap.getMessage());
  }

  @Test
  void bytesAreCopiedBetweenMemoriesOfBothKinds() throws Exception {
    narrow.writeInt(100, 42);
    Code toWide = code().localGet(0).localGet(1).localGet(2).op(0xfc, 10, 0, 1);
    function("(i64, i32, i32) -> ()", toWide).call(200L, 100, 4);
    assertEquals(42, wide.readInt(200));

    Code toNarrow = code().localGet(0).localGet(1).localGet(2).op(0xfc, 10, 1, 0);
    Function back = function("(i32, i64, i32) -> ()", toNarrow);
    back.call(300, 200L, 4);
    assertEquals(42, narrow.readInt(300));
    assertThrows(TrapException.class, () -> back.call(0, 0x1_0000_00c8L, 4));
    assertThrows(TrapException.class, () -> back.call(0, 200L, -1));
  }

  @Test
  void segmentsGoWhereANumberOf64BitsSays() throws Exception {
    Instance placed =
        engine
            .compile(
                module("data.wasm")
                    .wideMemory(1, 1)
                    .exportMemory("memory")
                    .data(code().i64Const(0xfffc), "abcd")
                    .build())
            .instantiate(List.of(), InstanceLimits.NONE);
    placed.start();
    Memory memory = (Memory) placed.export("memory").orElseThrow();
    assertEquals(0x6463_6261, memory.readInt(0xfffcL));

    Instance beyond =
        engine
            .compile(
                module("data.wasm")
                    .wideMemory(1, 1)
                    .data(code().i64Const(0x1_0000_0000L), "a")
                    .build())
            .instantiate(List.of(), InstanceLimits.NONE);
    TrapException trap = assertThrows(TrapException.class, beyond::start);
    assertEquals(
        "out of bounds memory access: 1 bytes at address 0x100000000, memory has 0x10000 bytes",
        trap.getMessage());
  }

  @Test
  void tablesHaveIndexesOf64Bits() throws Exception {
    Instance instance =
        engine
            .compile(
                module("table.wasm")
                    .wideTable(2, 10)
                    .function("seven", "() -> i32", code().i32Const(7))
                    .elements(code().i64Const(1), "seven")
                    .exportedFunction(
                        "call", "(i64) -> i32", code().localGet(0).callIndirect("() -> i32"))
                    .exportedFunction("size", "() -> i64", code().tableSize(0))
                    .exportedFunction(
                        "grow",
                        "(i64) -> i64",
                        code().refNull(ValueType.FUNCREF).localGet(0).tableGrow(0))
                    .exportedFunction(
                        "copy",
                        "(i64, i64, i64) -> ()",
                        code().localGet(0).localGet(1).localGet(2).tableCopy(0, 0))
                    .build())
            .instantiate(List.of(), InstanceLimits.NONE);
    instance.start();

    assertEquals(7, call(instance, "call", 1L));
    assertTraps("uninitialized element 0", instance, "call", 0L);
    assertTraps(
        "out of bounds table access: index 4294967297, size 2", instance, "call", 0x1_0000_0001L);
    assertTraps(
        "out of bounds table access: index 18446744073709551615, size 2", instance, "call", -1L);
    assertEquals(-1L, call(instance, "grow", 0x1_0000_0000L));
    assertEquals(2L, call(instance, "grow", 3L));
    assertEquals(5L, call(instance, "size"));
    call(instance, "copy", 4L, 1L, 1L);
    assertEquals(7, call(instance, "call", 4L));
    assertTraps(
        "out of bounds table access: elements up to 18446744073709551617, there are 5",
        instance,
        "copy",
        0L,
        2L,
        -1L);
  }

  private static Object call(Instance instance, String function, Object... arguments) {
    return ((Function) instance.export(function).orElseThrow()).call(arguments);
  }

  private static void assertTraps(
      String message, Instance instance, String function, Object... arguments) {
    TrapException trap =
        assertThrows(TrapException.class, () -> call(instance, function, arguments));
    assertEquals(message, trap.getMessage());
  }
}

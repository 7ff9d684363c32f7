package org.dylink.testing;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.format.Feature;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Atomic instructions in one thread, on memories of both kinds. */
abstract class AtomicContract extends ContractTest {
  private static final int PAGE = MemoryType.PAGE_SIZE;
  private static final int FIRST = 8;
  private static final byte[] INITIAL = new byte[16];

  static {
    for (int i = 0; i < INITIAL.length; i++) {
      INITIAL[i] = (byte) (0x71 + i * 0x2d);
    }
  }

  /** A line of atomics.txt; the result is null where there is none. */
  private record Line(
      String name,
      int opcode,
      int address,
      int offset,
      List<Long> operands,
      Long result,
      String left) {
    static Line of(String text) {
      String[] words = text.split(" ", -1);
      List<Long> operands = new ArrayList<>();
      int at = 4;
      for (; !words[at].equals("->"); at++) {
        operands.add(Long.valueOf(words[at]));
      }
      return new Line(
          words[0],
          Integer.parseInt(words[1]),
          Integer.parseInt(words[2]),
          Integer.parseInt(words[3]),
          operands,
          words[at + 1].equals("-") ? null : Long.valueOf(words[at + 1]),
          words[at + 2]);
    }

    String type() {
      return name.substring(0, 3);
    }

    int width() {
      String size = name.replaceFirst(".*(load|store|rmw)(\\d*).*", "$2");
      return Integer.parseInt(size.isEmpty() ? type().substring(1) : size) / Byte.SIZE;
    }

    String signature() {
      String types = (", " + type()).repeat(operands.size());
      return "(i32" + types + ") -> " + (result == null ? "()" : type());
    }

    Code body() {
      Code body = code();
      for (int i = 0; i <= operands.size(); i++) {
        body.localGet(i);
      }
      return body.op(0xfe).access(opcode, Integer.numberOfTrailingZeros(width()), offset);
    }

    Object[] arguments(int from) {
      List<Object> arguments = new ArrayList<>(List.of(from));
      operands.forEach(each -> arguments.add(number(each)));
      return arguments.toArray();
    }

    Object number(long value) {
      return type().equals("i32") ? (Object) (int) value : (Object) value;
    }

    @Override
    public String toString() {
      return name + " " + address + "+" + offset + " " + operands;
    }
  }

  private static List<Line> lines() throws IOException {
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                AtomicContract.class.getResourceAsStream("atomics.txt"),
                StandardCharsets.US_ASCII))) {
      return file.lines().map(Line::of).toList();
    }
  }

  @BeforeEach
  void hasAtomics() {
    assumeTrue(engine().features().contains(Feature.ATOMICS), "no atomic instructions");
    assumeTrue(engine().features().contains(Feature.SHARED_MEMORY), "no shared memory");
  }

  private static ModuleBuilder lib(boolean shared) {
    return shared
        ? module("lib.so").importSharedMemory("env", "memory", 1, 1)
        : module("lib.so").importMemory("env", "memory", 1, 1);
  }

  private Memory memory(boolean shared) {
    return engine().newMemory(new MemoryType(new Limits(1, 1), shared));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void giveWhatTheyGiveInV8(boolean shared) throws IOException {
    ModuleBuilder lib = lib(shared);
    List<Line> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      lib.exportedFunction("f" + i, lines.get(i).signature(), lines.get(i).body());
    }
    Memory memory = memory(shared);
    Instance instance = run(lib, memory);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      memory.write(FIRST, INITIAL, 0, INITIAL.length);
      Object result = call(instance, "f" + i, line.arguments(line.address()));
      assertEquals(
          line.result() == null ? null : line.number(line.result()), result, line::toString);
      byte[] left = new byte[INITIAL.length];
      memory.read(FIRST, left, 0, left.length);
      assertEquals(line.left(), HexFormat.of().formatHex(left), line::toString);
    }
    assertEquals(720, lines.size());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void trapWhereTheAddressIsNoMultipleOfTheirWidth(boolean shared) throws IOException {
    Memory memory = memory(shared);
    memory.write(FIRST, INITIAL, 0, INITIAL.length);
    for (Line line : first(lines())) {
      Instance instance =
          run(lib(shared).exportedFunction("f", line.signature(), line.body()), memory);
      for (int by = 1; by < line.width(); by++) {
        int address = FIRST - line.offset() + by;
        TrapException trap =
            assertThrows(
                TrapException.class,
                () -> call(instance, "f", line.arguments(address)),
                line::toString);
        assertEquals(TrapKind.OTHER, trap.kind(), trap.getMessage());
        assertEquals(unaligned(line.width(), FIRST + by), trap.getMessage());
      }
    }
    byte[] left = new byte[INITIAL.length];
    memory.read(FIRST, left, 0, left.length);
    assertEquals(HexFormat.of().formatHex(INITIAL), HexFormat.of().formatHex(left));
  }

  /** What the engine says; one that is not ours has words of its own. */
  private String unaligned(int width, int address) {
    return engine().name().startsWith("endive")
        ? "unaligned atomic"
        : "unaligned atomic: " + width + " bytes at address 0x" + Integer.toHexString(address);
  }

  private static List<Line> first(List<Line> lines) {
    List<Line> first = new ArrayList<>();
    for (Line line : lines) {
      if (first.isEmpty() || first.get(first.size() - 1).opcode() != line.opcode()) {
        first.add(line);
      }
    }
    return first;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void trapPastTheEndWithEachOffset(boolean shared) throws IOException {
    for (int offset :
        new int[] {0, 8, PAGE - 8, PAGE, Integer.MAX_VALUE - 7, Integer.MIN_VALUE, -8}) {
      ModuleBuilder lib = lib(shared);
      List<Line> lines = first(lines());
      for (Line each : lines) {
        Line moved =
            new Line(each.name(), each.opcode(), 0, offset, each.operands(), each.result(), "");
        lib.exportedFunction(each.name(), each.signature(), moved.body());
      }
      Instance instance = run(lib, memory(shared));
      for (Line line : lines) {
        for (int address : new int[] {PAGE - 8 + 8, -8, Integer.MAX_VALUE - 7, Integer.MIN_VALUE}) {
          assertOutOfBounds(() -> call(instance, line.name(), line.arguments(address)), line);
        }
        if (Integer.toUnsignedLong(offset) + line.width() > PAGE) {
          assertOutOfBounds(() -> call(instance, line.name(), line.arguments(0)), line);
        }
      }
    }
  }

  private static void assertOutOfBounds(Executable access, Line line) {
    TrapException trap = assertThrows(TrapException.class, access, line::toString);
    assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind(), trap.getMessage());
  }

  private static final String WAIT32 = "(i32, i32, i64) -> i32";
  private static final String WAIT64 = "(i32, i64, i64) -> i32";

  private static ModuleBuilder waiting(boolean shared) {
    return lib(shared)
        .exportedFunction("wait32", WAIT32, three().op(0xfe, 1, 2, 0))
        .exportedFunction("wait64", WAIT64, three().op(0xfe, 2, 3, 8))
        .exportedFunction(
            "notify", "(i32, i32) -> i32", code().localGet(0).localGet(1).op(0xfe, 0, 2, 4));
  }

  private static Code three() {
    return code().localGet(0).localGet(1).localGet(2);
  }

  @Test
  void waitTellsWhyItDidNotWait() {
    Memory memory = memory(true);
    Instance instance = run(waiting(true), memory);
    memory.writeLong(8, 0x1_0000_0002L);

    assertEquals(1, call(instance, "wait32", 8, 1, -1L));
    assertEquals(2, call(instance, "wait32", 8, 2, 0L));
    assertEquals(2, call(instance, "wait32", 8, 2, 1000L));
    assertEquals(1, call(instance, "wait64", 0, 2L, -1L));
    assertEquals(2, call(instance, "wait64", 0, 0x1_0000_0002L, 1000L));
    assertEquals(0, call(instance, "notify", 4, -1));
  }

  @Test
  void nobodyWaitsForAPrivateMemory() {
    Memory memory = memory(false);
    Instance instance = run(waiting(false), memory);

    assertEquals(0, call(instance, "notify", 4, -1));
    for (Executable wait :
        List.<Executable>of(
            () -> call(instance, "wait32", 8, 0, 0L), () -> call(instance, "wait64", 8, 1L, 0L))) {
      TrapException trap = assertThrows(TrapException.class, wait);
      assertEquals(TrapKind.OTHER, trap.kind());
    }
  }

  @Test
  void waitAndNotifyTrapAsOthersDo() {
    Instance instance = run(waiting(true), memory(true));

    for (Executable access :
        List.<Executable>of(
            () -> call(instance, "wait32", PAGE, 0, 0L),
            () -> call(instance, "wait64", PAGE - 8, 0L, 0L),
            () -> call(instance, "wait64", -8, 0L, 0L),
            () -> call(instance, "notify", PAGE - 4, 0))) {
      assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, assertThrows(TrapException.class, access).kind());
    }
    for (Executable access :
        List.<Executable>of(
            () -> call(instance, "wait32", 2, 0, 0L),
            () -> call(instance, "wait64", 4, 0L, 0L),
            () -> call(instance, "notify", 1, 0))) {
      assertEquals(TrapKind.OTHER, assertThrows(TrapException.class, access).kind());
    }
  }
}

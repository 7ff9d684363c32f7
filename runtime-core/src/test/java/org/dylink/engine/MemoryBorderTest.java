package org.dylink.engine;

import static org.dylink.testing.Code.code;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every load and store, at every border of a memory and of its addresses, with every offset that
 * leads there. What is right is computed here, in longs, from a copy of the memory.
 */
class MemoryBorderTest {
  private static final long[] BORDERS = {0, 1L << 16, 1L << 31, 1L << 32};
  // In the build the borders of one page; by command also what is between, and of more pages.
  private static final boolean ALL_BORDERS = Boolean.getBoolean("dylink.borders.all");
  private static final int[] PAGES = ALL_BORDERS ? new int[] {1, 2, 3} : new int[] {1};
  private static final long[] AROUND =
      ALL_BORDERS ? new long[] {-8, -7, -5, -4, -3, -2, -1, 0, 1} : new long[] {-8, -3, -1, 0, 1};

  /** i32.store8, i64.store8, i64.store32. */
  private static final List<Integer> WRAPPING = List.of(0x3a, 0x3c, 0x3e);

  private static final byte[] STORED = {0x5b, (byte) 0x9a, 0x3c, 0x7d, 0x11, (byte) 0xf2, 4, 0x3f};

  /** A load or store; the size is in bytes. */
  private record Access(int opcode, ValueType type, int size, boolean isSigned) {
    boolean isStore() {
      return opcode >= 0x36;
    }

    String name(long offset) {
      return Integer.toHexString(opcode) + " " + offset;
    }
  }

  private static final List<Access> ALL =
      List.of(
          new Access(0x28, ValueType.I32, 4, false),
          new Access(0x29, ValueType.I64, 8, false),
          new Access(0x2a, ValueType.F32, 4, false),
          new Access(0x2b, ValueType.F64, 8, false),
          new Access(0x2c, ValueType.I32, 1, true),
          new Access(0x2d, ValueType.I32, 1, false),
          new Access(0x2e, ValueType.I32, 2, true),
          new Access(0x2f, ValueType.I32, 2, false),
          new Access(0x30, ValueType.I64, 1, true),
          new Access(0x31, ValueType.I64, 1, false),
          new Access(0x32, ValueType.I64, 2, true),
          new Access(0x33, ValueType.I64, 2, false),
          new Access(0x34, ValueType.I64, 4, true),
          new Access(0x35, ValueType.I64, 4, false),
          new Access(0x36, ValueType.I32, 4, false),
          new Access(0x37, ValueType.I64, 8, false),
          new Access(0x38, ValueType.F32, 4, false),
          new Access(0x39, ValueType.F64, 8, false),
          new Access(0x3a, ValueType.I32, 1, false),
          new Access(0x3b, ValueType.I32, 2, false),
          new Access(0x3c, ValueType.I64, 1, false),
          new Access(0x3d, ValueType.I64, 2, false),
          new Access(0x3e, ValueType.I64, 4, false));

  static Stream<Arguments> memories() {
    return Stream.of(new JvmEngine(), new InterpreterEngine(), new CompilerEngine())
        .flatMap(engine -> Stream.of(Arguments.of(engine, false), Arguments.of(engine, true)))
        .filter(each -> !(boolean) each.get()[1] || hasShared((Engine) each.get()[0]));
  }

  private static boolean hasShared(Engine engine) {
    return engine.features().contains(Feature.SHARED_MEMORY);
  }

  @ParameterizedTest
  @MethodSource("memories")
  void accessesWhatIsThereAndNothingElse(Engine engine, boolean shared) throws Exception {
    for (int pages : PAGES) {
      Guest guest = new Guest(engine, shared, pages, 0);
      assertEquals(guest.expectedCalls(), guest.tryAll());
    }
  }

  /** The size that counts is the one of that moment, also in one function. */
  @ParameterizedTest
  @MethodSource("memories")
  void accessesWhatHasBeenAddedAsWell(Engine engine, boolean shared) throws Exception {
    for (int pages : PAGES) {
      Guest guest = new Guest(engine, shared, pages - 1, 1);
      assertEquals(guest.expectedCalls(), guest.tryAll());
    }
  }

  /** A memory with known contents, functions for all accesses, and a copy of what is in it. */
  private static final class Guest {
    private final List<Long> places = places();
    private final Instance instance;
    private final Memory memory;
    private final byte[] copy;
    private final int grown;
    private final boolean isInterpreter;

    Guest(Engine engine, boolean shared, int pages, int grown) throws Exception {
      this.grown = grown;
      this.isInterpreter = engine instanceof InterpreterEngine;
      this.instance =
          engine.compile(module(shared, pages).build()).instantiate(List.of(), InstanceLimits.NONE);
      instance.start();
      this.memory = (Memory) instance.export("memory").orElseThrow();
      this.copy = new byte[(pages + grown) << 16];
      for (int i = 0; i < copy.length; i++) {
        copy[i] = i < pages << 16 ? (byte) (i * 37 + (i >> 8)) : 0;
      }
      memory.write(0, copy, 0, pages << 16);
    }

    /** What is up to 8 bytes before a border, on it, and behind. */
    private static List<Long> places() {
      TreeSet<Long> all = new TreeSet<>();
      for (long border : BORDERS) {
        for (long each : AROUND) {
          all.add(border + each);
          all.add(border + each + ((PAGES.length - 1) << 16));
        }
      }
      all.removeIf(each -> each < 0 || each > 0xffff_ffffL);
      return new ArrayList<>(all);
    }

    private ModuleBuilder module(boolean shared, int pages) {
      ModuleBuilder module = ModuleBuilder.module("lib.so").exportMemory("memory");
      module = shared ? module.sharedMemory(pages, pages + 1) : module.memory(pages);
      for (Access access : ALL) {
        for (long offset : places) {
          String value = access.type().toString();
          int alignment = Integer.numberOfTrailingZeros(access.size());
          Code code = code().localGet(0);
          if (access.isStore()) {
            code.localGet(1);
          }
          code.access(access.opcode(), alignment, (int) offset);
          module.exportedFunction(
              access.name(offset),
              access.isStore() ? "(i32, " + value + ") -> ()" : "(i32) -> " + value,
              code);
        }
      }
      return module.exportedFunction("grow", "(i32) -> i32", code().localGet(0).memoryGrow());
    }

    int expectedCalls() {
      return ALL.size() * places.size() * places.size();
    }

    int tryAll() {
      if (grown > 0) {
        assertEquals((copy.length >> 16) - grown, call("grow", grown));
      }
      int calls = 0;
      for (Access access : ALL) {
        for (long offset : places) {
          for (long address : places) {
            tryOne(access, address, offset);
            calls++;
          }
        }
      }
      byte[] left = new byte[copy.length];
      memory.read(0, left, 0, left.length);
      assertArrayEquals(copy, left, "nothing but what was stored has changed");
      return calls;
    }

    private void tryOne(Access access, long address, long offset) {
      String name = access.name(offset);
      String place = name + " at " + address;
      long from = address + offset;
      if (isInterpreter && WRAPPING.contains(access.opcode()) && from >= 1L << 32) {
        return; // Endive's interpreter takes the sum modulo 2^32 there: see EndiveEngine
      }
      if (from + access.size() > copy.length) {
        Object[] arguments =
            access.isStore()
                ? new Object[] {(int) address, stored(access)}
                : new Object[] {(int) address};
        var trap = assertThrows(TrapException.class, () -> call(name, arguments), place);
        assertEquals(TrapKind.OUT_OF_BOUNDS_MEMORY, trap.kind(), place);
      } else if (access.isStore()) {
        call(name, (int) address, stored(access));
        System.arraycopy(STORED, 0, copy, (int) from, access.size());
        byte[] now = new byte[access.size()];
        memory.read(from, now, 0, now.length);
        assertArrayEquals(Arrays.copyOf(STORED, now.length), now, place);
      } else {
        assertEquals(loaded(access, (int) from), bits(call(name, (int) address)), place);
      }
    }

    private Object call(String name, Object... arguments) {
      return ((Function) instance.export(name).orElseThrow()).call(arguments);
    }

    private static Object stored(Access access) {
      ByteBuffer bytes = ByteBuffer.wrap(STORED).order(ByteOrder.LITTLE_ENDIAN);
      return switch (access.type().kind()) {
        case I32 -> bytes.getInt(0);
        case I64 -> bytes.getLong(0);
        case F32 -> bytes.getFloat(0);
        default -> bytes.getDouble(0);
      };
    }

    /** The bits of the result, extended as the access says, in a long. */
    private long loaded(Access access, int from) {
      long value = 0;
      for (int i = access.size() - 1; i >= 0; i--) {
        value = value << 8 | (copy[from + i] & 0xff);
      }
      int shift = 64 - 8 * access.size();
      long extended = access.isSigned() ? value << shift >> shift : value;
      return access.type() == ValueType.I32 ? extended & 0xffff_ffffL : extended;
    }

    private static long bits(Object result) {
      if (result instanceof Integer i) {
        return i & 0xffff_ffffL;
      } else if (result instanceof Float f) {
        return Float.floatToRawIntBits(f) & 0xffff_ffffL;
      } else if (result instanceof Double d) {
        return Double.doubleToRawLongBits(d);
      }
      return (long) result;
    }
  }
}

package org.dylink.engine;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dylink.engine.endive.CompilerEngine;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.format.WasmModule;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Instructions on ranges of a memory or a table, with all three numbers at all borders: either the
 * whole range changes as computed here in longs, or there is a trap and nothing changes.
 */
class BulkBorderTest {
  private static final String THREE = "(i32, i32, i32) -> ()";
  private static final int PAGE = 1 << 16;
  private static final int SLOTS = 10;
  private static final String DATA = "0123456789";

  static Stream<Engine> engines() {
    return Stream.of(new JvmEngine(), new InterpreterEngine(), new CompilerEngine());
  }

  static Stream<Arguments> memories() {
    return engines()
        .flatMap(engine -> Stream.of(Arguments.of(engine, false), Arguments.of(engine, true)))
        .filter(each -> !(boolean) each.get()[1] || hasShared((Engine) each.get()[0]));
  }

  private static boolean hasShared(Engine engine) {
    return engine.features().contains(Feature.SHARED_MEMORY);
  }

  private static Code three() {
    return code().localGet(0).localGet(1).localGet(2);
  }

  private static List<Long> around(long size) {
    return List.of(0L, 1L, size - 1, size, size + 1, (1L << 31) - 1, 1L << 31, (1L << 32) - 1);
  }

  /** Whether a range lies in something. */
  private static boolean fits(long from, long size, long end) {
    return from + size <= end;
  }

  @ParameterizedTest
  @MethodSource("memories")
  void fillsCopiesAndInitializesMemories(Engine engine, boolean shared) throws Exception {
    ModuleBuilder lib = module("lib.so");
    Instance instance =
        start(
            engine,
            (shared ? lib.sharedMemory(1, 1) : lib.memory(1))
                .exportMemory("memory")
                .passiveData(DATA)
                .exportedFunction("fill", THREE, three().memoryFill())
                .exportedFunction("copy", THREE, three().memoryCopy())
                .exportedFunction("init", THREE, three().memoryInit(0))
                .build());
    Memory memory = (Memory) instance.export("memory").orElseThrow();
    byte[] expected = new byte[PAGE];
    for (int i = 0; i < PAGE; i++) {
      expected[i] = (byte) (i * 37 + (i >> 8));
    }
    memory.write(0, expected, 0, PAGE);
    int calls = 0;
    for (long target : around(PAGE)) {
      for (long size : around(PAGE)) {
        boolean fills = fits(target, size, PAGE);
        check(instance, "fill", fills, TrapKind.OUT_OF_BOUNDS_MEMORY, target, 0x1a5, size);
        if (fills) {
          Arrays.fill(expected, (int) target, (int) (target + size), (byte) 0xa5);
        }
        calls++;
        for (long source : around(PAGE)) {
          boolean copies = fills && fits(source, size, PAGE);
          check(instance, "copy", copies, TrapKind.OUT_OF_BOUNDS_MEMORY, target, source, size);
          if (copies) {
            System.arraycopy(expected, (int) source, expected, (int) target, (int) size);
          }
          calls++;
        }
        assertArrayEquals(expected, bytes(memory), "up to " + target + ", " + size);
      }
      for (long source : around(DATA.length())) {
        for (long size : around(DATA.length())) {
          boolean inits = fits(source, size, DATA.length()) && fits(target, size, PAGE);
          check(instance, "init", inits, TrapKind.OUT_OF_BOUNDS_MEMORY, target, source, size);
          for (int i = 0; inits && i < size; i++) {
            expected[(int) target + i] = (byte) DATA.charAt((int) source + i);
          }
          calls++;
        }
      }
      assertArrayEquals(expected, bytes(memory), "initialized at " + target);
    }
    assertEquals(8 * (8 + 64 + 64), calls);
  }

  private static byte[] bytes(Memory memory) {
    byte[] all = new byte[PAGE];
    memory.read(0, all, 0, PAGE);
    return all;
  }

  @ParameterizedTest
  @MethodSource("engines")
  void fillsCopiesAndInitializesTables(Engine engine) throws Exception {
    Code fill = code().localGet(0).refFunc("b").localGet(2).tableFill(0);
    Instance instance =
        start(
            engine,
            module("lib.so")
                .table(SLOTS)
                .exportTable("table")
                .exportedFunction("a", "() -> ()", code())
                .exportedFunction("b", "() -> ()", code())
                .elements(code().i32Const(0), "a", "b", "a")
                .passiveElements("a", "a", "b", "b")
                .exportedFunction("fill", THREE, fill)
                .exportedFunction("copy", THREE, three().tableCopy(0, 0))
                .exportedFunction("init", THREE, three().tableInit(0, 1))
                .exportedFunction("get", "(i32) -> i32", code().localGet(0).tableGet(0).refIsNull())
                .build());
    Table table = (Table) instance.export("table").orElseThrow();
    String expected = "aba.......";
    for (long target : around(SLOTS)) {
      for (long size : around(SLOTS)) {
        for (long source : around(SLOTS)) {
          boolean copies = fits(target, size, SLOTS) && fits(source, size, SLOTS);
          check(instance, "copy", copies, TrapKind.OUT_OF_BOUNDS_TABLE, target, source, size);
          expected = copies ? moved(expected, target, expected, source, size) : expected;
          boolean inits = fits(target, size, SLOTS) && fits(source, size, 4);
          check(instance, "init", inits, TrapKind.OUT_OF_BOUNDS_TABLE, target, source, size);
          expected = inits ? moved(expected, target, "aabb", source, size) : expected;
        }
        assertEquals(expected, text(table), "up to " + target + ", " + size);
        boolean fills = fits(target, size, SLOTS);
        check(instance, "fill", fills, TrapKind.OUT_OF_BOUNDS_TABLE, target, 0, size);
        expected = fills ? moved(expected, target, "b".repeat(SLOTS), 0, size) : expected;
        assertEquals(expected, text(table), "filled at " + target + ", " + size);
      }
      check(instance, "get", target < SLOTS, TrapKind.OUT_OF_BOUNDS_TABLE, target);
    }
  }

  private static String moved(String to, long target, String from, long source, long size) {
    String moved = from.substring((int) source, (int) (source + size));
    return to.substring(0, (int) target) + moved + to.substring((int) (target + size));
  }

  private static String text(Table table) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SLOTS; i++) {
      Function function = table.get(i);
      text.append(function == null ? "." : function.name());
    }
    return text.toString();
  }

  private static void check(
      Instance instance, String name, boolean works, TrapKind kind, long... numbers) {
    Function function = (Function) instance.export(name).orElseThrow();
    Object[] arguments = Arrays.stream(numbers).mapToObj(each -> (Object) (int) each).toArray();
    if (works) {
      function.call(arguments);
    } else {
      String place = name + " " + Arrays.toString(numbers);
      var trap = assertThrows(TrapException.class, () -> function.call(arguments), place);
      assertEquals(kind, trap.kind(), place);
    }
  }

  private static Instance start(Engine engine, WasmModule module) throws InvalidModuleException {
    Instance instance = engine.compile(module).instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return instance;
  }
}

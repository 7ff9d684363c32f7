package org.dylink.linker.dlfcn;

import static org.dylink.linker.testing.Shapes.data;
import static org.dylink.linker.testing.Shapes.importAddress;
import static org.dylink.linker.testing.Shapes.importData;
import static org.dylink.linker.testing.Shapes.shared;
import static org.dylink.testing.Code.code;
import static org.dylink.testing.DylinkBuilder.WEAK;
import static org.dylink.testing.DylinkBuilder.dylink;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.DlProgram;
import org.dylink.linker.testing.TestLink;
import org.dylink.testing.DylinkBuilder;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Libraries with many symbols: each has its own address, and calls come to the right one. What
 * takes time by the square would not end. {@code -Ddylink.symbols=100000} is the long form.
 */
class ManySymbolsTest {
  private static final int COUNT = Integer.getInteger("dylink.symbols", 4_000);
  private static final int[] SOME = {0, 1, COUNT / 2, COUNT - 1};

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private enum Symbols {
    NUMBERED(i -> "f" + i),
    /** Java's maps look through all keys of one hash code that they cannot compare. */
    OF_ONE_HASH_CODE(Symbols::bits);

    private final IntFunction<String> name;

    Symbols(IntFunction<String> name) {
      this.name = name;
    }

    private static String bits(int number) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 17; bit++) {
        text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
      }
      return text.toString();
    }
  }

  private Symbols symbols;

  @ParameterizedTest
  @EnumSource
  void areBoundAtStart(Symbols kind) throws LinkException {
    symbols = kind;
    TestLink test = TestLink.with(new JvmEngine()).libraries(definer(), user());
    try (Program program = test.link(shared("main.wasm", "libuse.so"))) {
      long base = program.linkMap().libraries().get(2).data().address();
      for (int i : SOME) {
        assertEquals(i, program.call("call" + i));
        assertEquals(i, program.call("callAt" + i));
        assertEquals((int) base + 4 * i, program.call("dataAt" + i));
      }
      assertEquals(COUNT, slots(program).distinct().count());
      // Each function and each word of data.
      assertEquals(2 * COUNT, program.bindings().size());
    }
    test.assertNothingLeft();
  }

  private IntStream slots(Program program) {
    return IntStream.range(0, COUNT).map(i -> program.entrance().address(name(i)).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void areOpenedFoundAndClosed(Symbols kind) throws LinkException {
    symbols = kind;
    try (DlProgram program = DlProgram.start(new JvmEngine(), definer(), user())) {
      int tableSize = program.map().tableSize();
      for (int mode : List.of(DlProgram.NOW, DlProgram.NOW | DlProgram.GLOBAL)) {
        int handle = program.opened("libuse.so", mode);
        for (int i : SOME) {
          assertEquals(i, program.call(handle, "callAt" + i));
        }
        for (int i = 0; i < COUNT; i++) {
          assertNotEquals(0, program.symbol(handle, name(i)));
        }
        assertEquals(0, program.close(handle));
        assertEquals(tableSize, program.map().tableSize() - free(program));
      }
    }
  }

  private static long free(DlProgram program) {
    return program.map().freeSlots().stream().mapToLong(each -> each.size()).sum();
  }

  @ParameterizedTest
  @EnumSource
  void thatNobodyDefinesAreZeroOrAreBoundLater(Symbols kind) throws LinkException {
    symbols = kind;
    DylinkBuilder section = dylink().memInfo(0, 0, 0, 0);
    for (int i = 0; i < COUNT; i++) {
      section.importInfo("GOT.func", name(i), WEAK).importInfo("GOT.mem", "d" + name(i), WEAK);
      section.importInfo("env", name(i), WEAK);
    }
    ModuleBuilder user = users(shared("libweak.so", section));
    try (DlProgram program = DlProgram.start(new JvmEngine(), definer(), user)) {
      int handle = program.opened("libweak.so", DlProgram.NOW);
      for (int i : SOME) {
        assertEquals(0, program.call(handle, "dataAt" + i));
      }
      int definer = program.opened("libdef.so", DlProgram.NOW | DlProgram.GLOBAL);
      for (int i : SOME) {
        assertEquals(i, program.call(handle, "call" + i));
      }
      assertEquals(0, program.close(definer));
      assertEquals(0, program.close(handle));
    }
  }

  /** Has functions that give their number, and words of data. */
  private ModuleBuilder definer() {
    ModuleBuilder module = shared("libdef.so", dylink().memInfo(4L * COUNT, 2, 0, 0));
    for (int i = 0; i < COUNT; i++) {
      module.exportedFunction(name(i), "() -> i32", code().i32Const(i));
      data(module, "d" + name(i), 4 * i);
    }
    return module;
  }

  private ModuleBuilder user() {
    return users(shared("libuse.so", "libdef.so"));
  }

  /** Imports all of them, as functions and by their addresses. */
  private ModuleBuilder users(ModuleBuilder module) {
    for (int i = 0; i < COUNT; i++) {
      module.importFunction("env", name(i), "() -> i32");
      importAddress(module, name(i));
      importData(module, "d" + name(i));
    }
    for (int i : SOME) {
      module
          .exportedFunction("call" + i, "() -> i32", code().call("env." + name(i)))
          .exportedFunction(
              "callAt" + i,
              "() -> i32",
              code().globalGet("GOT.func." + name(i)).callIndirect("() -> i32"))
          .exportedFunction("dataAt" + i, "() -> i32", code().globalGet("GOT.mem.d" + name(i)));
    }
    return module;
  }

  private String name(int i) {
    return symbols.name.apply(i);
  }
}

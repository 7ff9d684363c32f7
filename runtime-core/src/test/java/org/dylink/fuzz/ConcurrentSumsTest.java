package org.dylink.fuzz;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;
import org.dylink.testing.ModuleBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two threads change the same numbers, neighbours of each other and of all widths, in ways that are
 * chosen at random: what is left does not depend on who comes first, and Java computes it. Longer
 * with the options of {@link DifferentialTest}.
 */
@Timeout(900)
public class ConcurrentSumsTest {
  private static final int CASES = 20;
  private static final boolean LONG_RUN = System.getProperty("dylink.fuzz.seconds") != null;
  private static final int THREADS = 2;
  private static final int ROUNDS = 301; // odd: else bits that change would be as before
  private static final int LOCK = 0;
  private static final int FIRST = 8;
  private static final int ATOMIC = 0xfe;
  private static final int COMPARE_EXCHANGE = 0x48;

  /** How a number changes. */
  private enum Way {
    ADD,
    SUBTRACT,
    EXCLUSIVE_OR,
    COMPARE_EXCHANGE,
    LOCKED
  }

  /**
   * Instructions of one width, as they come in each group of atomic ones.
   *
   * @param order in the group
   * @param load the plain one
   */
  private record Width(ValueType type, int bytes, int order, int load, int store) {
    Code number(Code code, long value) {
      return type == ValueType.I32 ? code.i32Const((int) value) : code.i64Const(value);
    }

    Code access(Code code, int group) {
      int alignment = Integer.numberOfTrailingZeros(bytes);
      return code.op(ATOMIC).access(group + order, alignment, 0);
    }

    Code add(Code code) {
      return code.op(type == ValueType.I32 ? 0x6a : 0x7c);
    }

    int local() {
      return type == ValueType.I32 ? 1 : 2; // behind the parameter
    }
  }

  private static final List<Width> WIDTHS =
      List.of(
          new Width(ValueType.I32, 4, 0, 0x28, 0x36),
          new Width(ValueType.I64, 8, 1, 0x29, 0x37),
          new Width(ValueType.I32, 1, 2, 0x2d, 0x3a),
          new Width(ValueType.I32, 2, 3, 0x2f, 0x3b),
          new Width(ValueType.I64, 1, 4, 0x31, 0x3c),
          new Width(ValueType.I64, 2, 5, 0x33, 0x3d),
          new Width(ValueType.I64, 4, 6, 0x35, 0x3e));

  /** A number in memory; all changes of one are of one kind, so that their order is the same. */
  private record Cell(int address, Width width, boolean isOfBits, boolean isLocked) {}

  private final ExecutorService pool = Executors.newFixedThreadPool(THREADS);

  /** The engine under test. */
  protected Engine engine() {
    return new JvmEngine();
  }

  @Test
  void nothingThatTwoThreadsDoIsLost() throws Exception {
    List<Exception> failures = new ArrayList<>();
    long cases =
        FuzzSettings.run(
            60,
            number -> {
              try {
                compare(new Random(FuzzSettings.seedOf(number)), "case " + number);
              } catch (Exception e) {
                failures.add(e);
              }
              return failures.isEmpty() && (LONG_RUN || number + 1 < CASES);
            });
    pool.shutdown();
    System.out.printf("concurrent: seed %d, %d cases%n", FuzzSettings.SEED, cases);
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private void compare(Random random, String name) throws Exception {
    List<Cell> cells = cells(random);
    long[] expected = new long[cells.size()];
    ModuleBuilder lib = module("sums.wasm").importSharedMemory("env", "memory", 1, 1);
    for (int i = 0; i < THREADS; i++) {
      lib.exportedFunction("f" + i, "(i32) -> ()", body(random, cells, expected));
    }
    Memory memory = engine().newMemory(new MemoryType(new Limits(1, 1), true));
    runAll(engine().compile(lib.build()), memory);
    for (int i = 0; i < expected.length; i++) {
      String cell = name + ", seed " + FuzzSettings.SEED + ": " + cells.get(i);
      assertEquals(kept(expected[i], cells.get(i)), value(memory, cells.get(i)), cell);
    }
    assertEquals(0, memory.readInt(LOCK));
  }

  private static List<Cell> cells(Random random) {
    List<Cell> cells = new ArrayList<>();
    int next = FIRST;
    for (int i = 2 + random.nextInt(12); i > 0; i--) {
      Width width = WIDTHS.get(random.nextInt(WIDTHS.size()));
      int address = (next + width.bytes() - 1) / width.bytes() * width.bytes();
      boolean isOfBits = random.nextInt(4) == 0;
      cells.add(new Cell(address, width, isOfBits, !isOfBits && random.nextInt(4) == 0));
      next = address + width.bytes();
    }
    return cells;
  }

  /** A loop of steps; notes what all its rounds will have done. */
  private static Code body(Random random, List<Cell> cells, long[] expected) {
    Code steps = code().locals(ValueType.I32, ValueType.I64).loop();
    for (int i = 3 + random.nextInt(15); i > 0; i--) {
      int cell = random.nextInt(cells.size());
      long operand = random.nextInt(3) == 0 ? random.nextLong() : random.nextInt(5) - 2;
      Way way = way(random, cells.get(cell));
      add(steps, cells.get(cell), way, operand);
      expected[cell] =
          switch (way) {
            case EXCLUSIVE_OR -> expected[cell] ^ (ROUNDS % 2 == 0 ? 0 : operand);
            case SUBTRACT -> expected[cell] - ROUNDS * operand;
            default -> expected[cell] + ROUNDS * operand;
          };
    }
    return steps.localGet(0).i32Const(1).i32Sub().localTee(0).brIf(0).end();
  }

  private static Way way(Random random, Cell cell) {
    if (cell.isOfBits()) {
      return Way.EXCLUSIVE_OR;
    } else if (cell.isLocked()) {
      return Way.LOCKED;
    }
    return List.of(Way.ADD, Way.SUBTRACT, Way.COMPARE_EXCHANGE).get(random.nextInt(3));
  }

  private static void add(Code code, Cell cell, Way way, long operand) {
    switch (way) {
      case ADD -> change(code, cell, 0x1e, operand);
      case SUBTRACT -> change(code, cell, 0x25, operand);
      case EXCLUSIVE_OR -> change(code, cell, 0x3a, operand);
      case COMPARE_EXCHANGE -> exchange(code, cell, operand);
      case LOCKED -> addLocked(code, cell, operand);
    }
  }

  private static void change(Code code, Cell cell, int group, long operand) {
    cell.width().number(code.i32Const(cell.address()), operand);
    cell.width().access(code, group).drop();
  }

  private static void exchange(Code code, Cell cell, long operand) {
    Width width = cell.width();
    code.loop().i32Const(cell.address()).i32Const(cell.address());
    width.access(code, 0x10).localTee(width.local()).localGet(width.local());
    width.add(width.number(code, operand));
    width.access(code, COMPARE_EXCHANGE).localGet(width.local());
    code.op(width.type() == ValueType.I32 ? 0x47 : 0x52).brIf(0).end(); // ne
  }

  private static void addLocked(Code code, Cell cell, long operand) {
    Width lock = WIDTHS.get(0);
    lock.access(code.loop().i32Const(LOCK).i32Const(0).i32Const(1), COMPARE_EXCHANGE);
    code.brIf(0).end();
    Width width = cell.width();
    code.i32Const(cell.address()).i32Const(cell.address()).access(width.load(), 0, 0);
    width.add(width.number(code, operand)).access(width.store(), 0, 0);
    lock.access(code.i32Const(LOCK).i32Const(0), 0x17);
  }

  private void runAll(CompiledModule module, Memory memory) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Instance instance = module.instantiate(List.of(memory), InstanceLimits.NONE);
      instance.start();
      Function function = (Function) instance.export("f" + i).orElseThrow();
      running.add(pool.submit(() -> function.call(ROUNDS)));
    }
    for (Future<?> each : running) {
      each.get();
    }
  }

  private static long kept(long value, Cell cell) {
    int unused = Long.SIZE - Byte.SIZE * cell.width().bytes();
    return value << unused >>> unused;
  }

  private static long value(Memory memory, Cell cell) {
    long value = 0;
    for (int i = cell.width().bytes() - 1; i >= 0; i--) {
      value = value << Byte.SIZE | Byte.toUnsignedLong(memory.readByte(cell.address() + i));
    }
    return value;
  }
}

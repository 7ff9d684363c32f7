package org.dylink.fuzz;

import static org.dylink.testing.Code.code;
import static org.dylink.testing.ModuleBuilder.module;

import java.util.List;
import java.util.Random;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.ValueType;
import org.dylink.testing.Code;

/**
 * A JVM of its own that makes many calls of large functions, which compare the same numbers signed
 * and unsigned, branch on both and copy memory: what C2 was found to compile wrongly. What is right
 * Java computes with longs.
 */
public final class ComparisonSteps {
  private static final int[] SPECIAL = {
    0,
    1,
    -1,
    2,
    -2,
    -3,
    255,
    256,
    65_535,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MIN_VALUE + 1
  };
  // Comparisons of i32 from i32.eq on, in the order of their opcodes; those of i64 follow i64.eq.
  private static final int I32_EQ = 0x46;
  private static final int I64_EQ = 0x51;
  private static final int COMPARISONS = 10;
  private static final int I64_EXTEND_I32_S = 0xac;
  private static final int STEPS = 120;

  private final int[][] steps = new int[STEPS][];

  private ComparisonSteps(Random random) {
    for (int i = 0; i < STEPS; i++) {
      steps[i] =
          new int[] {
            random.nextInt(COMPARISONS),
            random.nextInt(COMPARISONS),
            random.nextInt(2),
            SPECIAL[random.nextInt(SPECIAL.length)]
          };
    }
  }

  /**
   * Runs guests and prints what came of it.
   *
   * @param arguments a seed, and how many calls are made
   */
  public static void main(String[] arguments) throws Throwable {
    Random random = new Random(Long.parseLong(arguments[0]));
    long calls = Long.parseLong(arguments[1]);
    ComparisonSteps steps = new ComparisonSteps(random);
    Function function = steps.load(new JvmEngine());
    long wrong = 0;
    for (long i = 0; i < calls; i++) {
      int x = SPECIAL[random.nextInt(SPECIAL.length)];
      int y = random.nextBoolean() ? random.nextInt() : SPECIAL[random.nextInt(SPECIAL.length)];
      wrong += (int) function.handle().invokeExact(x, y) == steps.expected(x, y) ? 0 : 1;
    }
    System.out.println(calls + " calls, " + wrong + " wrong");
  }

  private Function load(Engine engine) throws Exception {
    Code body = code().locals(ValueType.I32);
    for (int[] step : steps) {
      append(body, step);
    }
    Instance instance =
        engine
            .compile(
                module("steps.wasm")
                    .memory(1)
                    .exportedFunction("f", "(i32, i32) -> i32", body.localGet(2))
                    .build())
            .instantiate(List.of(), InstanceLimits.NONE);
    instance.start();
    return (Function) instance.export("f").orElseThrow();
  }

  private static void append(Code to, int[] step) {
    to.block().block();
    compare(to, step[0], step[2] != 0);
    to.brIf(0);
    compare(to, step[1], step[2] != 0);
    to.brIf(0);
    to.localGet(2).localGet(0).i32Add().i32Const(step[3]).i32Add().localSet(2).br(1).end();
    to.localGet(2).i32Const(31).i32Mul().i32Const(step[3]).i32Add().localSet(2).end();
    to.i32Const(16).localGet(2).i32Store(0);
    to.i32Const(64).i32Const(16).i32Const(4).memoryCopy();
    to.localGet(1).localSet(0).i32Const(64).i32Load(0).i32Const(step[3]).i32Add().localSet(1);
  }

  private static void compare(Code to, int comparison, boolean asLong) {
    to.localGet(0);
    if (asLong) {
      to.op(I64_EXTEND_I32_S);
    }
    to.localGet(1);
    if (asLong) {
      to.op(I64_EXTEND_I32_S);
    }
    to.op((asLong ? I64_EQ : I32_EQ) + comparison);
  }

  private int expected(int first, int second) {
    int x = first;
    int y = second;
    int sum = 0;
    for (int[] step : steps) {
      sum = holds(step[0], x, y) || holds(step[1], x, y) ? sum * 31 + step[3] : sum + x + step[3];
      x = y;
      y = sum + step[3];
    }
    return sum;
  }

  // A sign-extended number compares with another as the numbers do, also unsigned.
  private static boolean holds(int comparison, int x, int y) {
    long left = x & 0xffff_ffffL;
    long right = y & 0xffff_ffffL;
    return switch (comparison) {
      case 0 -> x == y;
      case 1 -> x != y;
      case 2 -> x < y;
      case 3 -> left < right;
      case 4 -> x > y;
      case 5 -> left > right;
      case 6 -> x <= y;
      case 7 -> left <= right;
      case 8 -> x >= y;
      default -> left >= right;
    };
  }
}

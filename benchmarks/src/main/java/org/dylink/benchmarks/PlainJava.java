package org.dylink.benchmarks;

import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The work of the C programs of the same names, written in Java: what the JVM gives without
 * WebAssembly.
 *
 * <p>{@code PlainJava NAME [SIZE [REPETITIONS [SECONDS]]]} takes and prints what measure.h tells.
 */
public final class PlainJava {
  private record Work(int size, IntUnaryOperator run) {}

  private static final Map<String, Work> WORKS =
      Map.of(
          "sha256", new Work(4096, size -> new Sha256().hash(size)),
          "sieve", new Work(8, Sieve::count),
          "fannkuch", new Work(9, Fannkuch::flip),
          "nbody", new Work(200_000, size -> new Planets().move(size)),
          "matrix", new Work(300, Matrix::multiply));

  private PlainJava() {}

  /** Prints a line a repetition. */
  public static void main(String[] arguments) {
    Work work = WORKS.get(arguments[0]);
    int asked = (int) number(arguments, 1, 0);
    int size = asked > 0 ? asked : work.size;
    int repetitions = (int) number(arguments, 2, 5);
    long limit = System.nanoTime() + (long) (number(arguments, 3, 60) * 1e9);
    for (int i = 0; i == 0 || (i < repetitions && System.nanoTime() < limit); i++) {
      long start = System.nanoTime();
      int check = work.run.applyAsInt(size);
      long took = System.nanoTime() - start;
      System.out.println(arguments[0] + " " + took + " " + Integer.toUnsignedString(check));
    }
  }

  private static double number(String[] arguments, int index, double otherwise) {
    return index < arguments.length ? Double.parseDouble(arguments[index]) : otherwise;
  }
}

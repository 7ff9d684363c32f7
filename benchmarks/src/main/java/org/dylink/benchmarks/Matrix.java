package org.dylink.benchmarks;

/** matrix.c in Java; one array a matrix, as there. */
final class Matrix {
  private Matrix() {}

  /** The trace of a product of two matrices of n by n. */
  static int multiply(int n) {
    double[] product = new double[n * n];
    multiply(product, matrix(n, 3), matrix(n, 5), n);
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += product[i * n + i];
    }
    return (int) trace;
  }

  private static double[] matrix(int n, int seed) {
    double[] m = new double[n * n];
    for (int i = 0; i < n * n; i++) {
      m[i] = (i * seed + i / n) % 17 - 8;
    }
    return m;
  }

  private static void multiply(double[] to, double[] a, double[] b, int n) {
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
          sum += a[row * n + i] * b[i * n + column];
        }
        to[row * n + column] = sum;
      }
    }
  }
}

/* Multiplies two square matrices of SIZE by SIZE doubles. */
#include "measure.h"

static double *matrix(int n, int seed) {
    double *m = malloc((size_t)(n * n) * sizeof *m);
    for (int i = 0; m && i < n * n; i++) {
        m[i] = (i * seed + i / n) % 17 - 8;
    }
    return m;
}

static NOINLINE void multiply(double *to, const double *a, const double *b, int n) {
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

static double *a, *b, *product;

static unsigned work(int n) {
    multiply(product, a, b, n);
    double trace = 0;
    for (int i = 0; i < n; i++) {
        trace += product[i * n + i];
    }
    return (unsigned)(int)trace;
}

int main(int argc, char **argv) {
    int n = measure_arguments(argc, argv, 300);
    a = matrix(n, 3), b = matrix(n, 5), product = matrix(n, 1);
    if (!a || !b || !product) {
        fputs("matrix: no memory\n", stderr);
        return 1;
    }
    while (measure_again()) {
        measure_start();
        unsigned check = work(n);
        measure_stop("matrix", check);
    }
    return 0;
}

/* Stands in for libmm.so while mismatch.wasm is linked: wasm-ld sees the types and would report the mismatch itself. */
int add(int a, int b, int c) {
    return a + b + c;
}

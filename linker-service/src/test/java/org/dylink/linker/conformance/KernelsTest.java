package org.dylink.linker.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.dylink.engine.endive.InterpreterEngine;
import org.dylink.engine.jvm.JvmEngine;
import org.dylink.format.Feature;
import org.dylink.linker.LinkException;
import org.dylink.linker.Program;
import org.dylink.linker.testing.TestLibrary;
import org.dylink.linker.testing.TestLink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * C code that vectors are made for (src/test/native/kernels.c: ChaCha20, Adler-32, filters of PNG,
 * a JPEG decoder's transform, floats, UTF-8), as clang has compiled it with -msimd128 and without,
 * gives what gcc's build for x86-64 gives.
 */
class KernelsTest {
  private static final Path NATIVE = Path.of("src/test/native");
  private static final long[] OF_GCC = {
    2893558998L, 2530989726L, 3798857702L, 2854440481L, 2613571826L, 2722298940L, 2152667450L, 6145
  };

  // The last rounds run what HotSpot has compiled.
  private static final int ROUNDS = 50;

  @ParameterizedTest
  @ValueSource(strings = {"libvectors.so", "libscalars.so"})
  void givesWhatANativeBuildGives(String file) throws LinkException {
    TestLibrary library = TestLibrary.of(NATIVE.resolve(file));
    try (Program program = TestLink.with(new JvmEngine()).link(library)) {
      for (int round = 0; round < ROUNDS; round++) {
        for (int kernel = 0; kernel < OF_GCC.length; kernel++) {
          int given = (int) program.call("kernel", kernel);
          assertEquals(OF_GCC[kernel], Integer.toUnsignedLong(given), "kernel " + kernel);
        }
      }
    }
  }

  @Test
  void oneOfThemHasVectorsWhichEndiveLacks() {
    TestLibrary library = TestLibrary.of(NATIVE.resolve("libvectors.so"));
    assertEquals(Set.of(Feature.SIMD), library.module().features().keySet());
    assertEquals(
        Set.of(), TestLibrary.of(NATIVE.resolve("libscalars.so")).module().features().keySet());
    LinkException refused =
        assertThrows(
            LinkException.class, () -> TestLink.with(new InterpreterEngine()).link(library));
    assertEquals(
        List.of(
            "libvectors.so: needs vectors (simd), which engine endive-interpreter lacks: function"
                + " chacha20: compile it without -msimd128"),
        refused.getMessage().lines().toList());
  }
}

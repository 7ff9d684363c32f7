package org.dylink.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.dylink.binding.contract.BadInputContract;
import org.dylink.binding.contract.Tour;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.binding.testing.TestLinker;
import org.dylink.linker.LinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** In plain Java. */
class BadInputTest extends BadInputContract {
  private static final TestLinker LINKER = new TestLinker();

  /** A function that is told in an array how large another is. */
  @WasmLibrary("libz.so")
  interface Zlib extends AutoCloseable {
    int compress(@Out @SizedBy(1) byte[] to, @InOut int[] room, @In byte[] from, int count);

    @Override
    void close();
  }

  @Override
  protected Tour bind() throws LinkException {
    return WasmBinder.bind(Tour.class, LINKER);
  }

  @Test
  void anArrayMaySayInAnotherHowLargeItIs() throws LinkException {
    try (Zlib zlib = WasmBinder.bind(Zlib.class, LINKER)) {
      refused(
          "libz.so: compress: parameter 0 (byte[]) has 20 elements, C is told 21",
          () -> zlib.compress(new byte[20], new int[] {21}, new byte[1], 1));
      refused(
          "libz.so: compress: parameter 1 (int[]) has no element, and should say how many another"
              + " array has",
          () -> zlib.compress(new byte[20], new int[0], new byte[1], 1));
      assertEquals(0, zlib.compress(new byte[20], new int[] {20}, new byte[1], 1));
    }
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

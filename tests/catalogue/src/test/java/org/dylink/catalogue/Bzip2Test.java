package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.bzip2.Bzip2;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libbz2.so does, by the interface of its header, without a framework. */
class Bzip2Test {
  @Test
  void whatIsPackedComesBack() throws Exception {
    byte[] text = "to and fro, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try (Dylink linker = Libraries.open();
        Bzip2 bzip2 = WasmBinder.bind(Bzip2.class, linker)) {
      byte[] packed = new byte[text.length + 600];
      int[] size = {packed.length};
      int result = bzip2.BZ2_bzBuffToBuffCompress(packed, size, text, text.length, 9, 0, 0);
      byte[] back = new byte[text.length];
      int[] length = {back.length};

      assertEquals("1.0.8, 13-Jul-2019", bzip2.BZ2_bzlibVersion());
      assertEquals(Bzip2.BZ_OK, result);
      assertEquals("BZh9", new String(packed, 0, 4, StandardCharsets.US_ASCII));
      assertEquals(
          Bzip2.BZ_OK, bzip2.BZ2_bzBuffToBuffDecompress(back, length, packed, size[0], 0, 0));
      assertEquals(text.length, length[0]);
      assertArrayEquals(text, back);
      assertEquals(
          Bzip2.BZ_UNEXPECTED_EOF,
          bzip2.BZ2_bzBuffToBuffDecompress(back, length, Arrays.copyOf(packed, 20), 20, 0, 0));
    }
  }
}

package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.lz4.Lz4;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What liblz4.so does, by the interface of its header, without a framework. */
class Lz4Test {
  @Test
  void whatIsPackedComesBack() throws Exception {
    byte[] text = "to and fro, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try (Dylink linker = Libraries.open();
        Lz4 lz4 = WasmBinder.bind(Lz4.class, linker)) {
      byte[] packed = new byte[lz4.LZ4_compressBound(text.length)];
      int size = lz4.LZ4_compress_default(text, packed, text.length, packed.length);
      byte[] back = new byte[text.length];
      int length = lz4.LZ4_decompress_safe(packed, back, size, back.length);

      assertEquals("1.9.4", lz4.LZ4_versionString());
      assertEquals(Lz4.LZ4_VERSION_NUMBER, lz4.LZ4_versionNumber());
      assertTrue(size > 0 && size < 40, "size " + size);
      assertEquals(text.length, length);
      assertArrayEquals(text, back);
      assertTrue(lz4.LZ4_decompress_safe(Arrays.copyOf(packed, size - 1), back, size - 1, 10) < 0);
    }
  }
}

package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.zstd.Zstd;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libzstd.so does, by the interface of its header, without a framework. */
class ZstdTest {
  @Test
  void whatIsPackedComesBack() throws Exception {
    byte[] text = "to and fro, ".repeat(100).getBytes(StandardCharsets.UTF_8);
    try (Dylink linker = Libraries.open();
        Zstd zstd = WasmBinder.bind(Zstd.class, linker)) {
      byte[] packed = new byte[zstd.ZSTD_compressBound(text.length)];
      int size = zstd.ZSTD_compress(packed, packed.length, text, text.length, 3);
      byte[] back = new byte[text.length];
      int length = zstd.ZSTD_decompress(back, back.length, packed, size);

      assertEquals("1.5.4", zstd.ZSTD_versionString());
      assertTrue(size > 0 && size < 60, "size " + size);
      assertEquals(Zstd.ZSTD_MAGICNUMBER, magic(packed));
      assertEquals(text.length, length);
      assertArrayEquals(text, back);
      int cut = zstd.ZSTD_decompress(back, back.length, packed, size - 1);
      assertEquals("Src size is incorrect", zstd.ZSTD_getErrorName(cut));
    }
  }

  private static int magic(byte[] frame) {
    return (frame[0] & 255) | (frame[1] & 255) << 8 | (frame[2] & 255) << 16 | frame[3] << 24;
  }
}

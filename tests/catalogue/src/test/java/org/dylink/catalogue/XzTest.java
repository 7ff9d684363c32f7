package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.xz.Xz;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What liblzma.so does, by the interface of its header, without a framework. */
class XzTest {
  private static final byte[] TEXT = "to and fro".getBytes(StandardCharsets.US_ASCII);

  // What Debian's liblzma.so.5 makes of that text, 5.4.1 for x86-64.
  private static final byte[] PACKED =
      HexFormat.of()
          .parseHex(
              "fd377a585a000004e6d6b44602c00e0a21011600f529749e010009746f20616e642066726f000000"
                  + "f68402313760eefc0001220a151ae1671fb6f37d010000000004595a");

  @Test
  void packsAsTheNativeLibraryDoesAndUnpacks() throws Exception {
    try (Dylink linker = Libraries.open();
        Xz xz = WasmBinder.bind(Xz.class, linker)) {
      byte[] packed = new byte[xz.lzma_stream_buffer_bound(TEXT.length)];
      int[] end = {0};
      assertEquals(
          Xz.LZMA_OK,
          xz.lzma_easy_buffer_encode(
              6, Xz.LZMA_CHECK_CRC64, null, TEXT, TEXT.length, packed, end, packed.length));
      assertArrayEquals(PACKED, Arrays.copyOf(packed, end[0]));

      assertEquals(Xz.LZMA_OK, unpack(xz, PACKED));
      byte[] broken = PACKED.clone();
      broken[30] ^= 1;
      assertEquals(Xz.LZMA_DATA_ERROR, unpack(xz, broken));
    }
  }

  @Test
  void checksAreThoseOfTheirCatalogue() throws Exception {
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    try (Dylink linker = Libraries.open();
        Xz xz = WasmBinder.bind(Xz.class, linker)) {
      assertEquals("5.4.1", xz.lzma_version_string());
      assertEquals(0xcbf43926, xz.lzma_crc32(check, check.length, 0));
      assertEquals(0x995dc9bbdf1939faL, xz.lzma_crc64(check, check.length, 0));
    }
  }

  private static int unpack(Xz xz, byte[] packed) {
    byte[] back = new byte[TEXT.length];
    int[] length = {0};
    int result =
        xz.lzma_stream_buffer_decode(
            new long[] {Long.MAX_VALUE},
            0,
            null,
            packed,
            new int[] {0},
            packed.length,
            back,
            length,
            back.length);
    if (result == Xz.LZMA_OK) {
      assertArrayEquals(TEXT, Arrays.copyOf(back, length[0]));
    }
    return result;
  }
}

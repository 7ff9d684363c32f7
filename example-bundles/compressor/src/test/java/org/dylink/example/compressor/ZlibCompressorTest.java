package org.dylink.example.compressor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.linker.LinkException;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the component does, without a framework. */
class ZlibCompressorTest {
  private static final Dylink LINKER =
      Dylink.create(
          Path.of("../zlib/src/main/resources/lib"), Path.of("../libc/src/main/resources/lib"));
  private static Compressor compressor;

  @BeforeAll
  static void bind() throws LinkException {
    compressor = new ZlibCompressor(WasmBinder.bind(Zlib.class, LINKER));
  }

  @AfterAll
  static void close() {
    LINKER.close();
  }

  @Test
  void whatItCompressesJavaCanRead() throws Exception {
    byte[] text = "to be or not to be, ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
    byte[] compressed = compressor.compress(text);
    assertTrue(compressed.length < 200, compressed.length + " bytes");
    assertArrayEquals(text, inflate(compressed));
    assertArrayEquals(text, compressor.decompress(compressed, text.length));
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    assertArrayEquals(noise, inflate(compressor.compress(noise)));
    assertArrayEquals(new byte[0], inflate(compressor.compress(new byte[0])));
  }

  @Test
  void mistakesAreToldWithTheLibrarysVersion() {
    // Z_DATA_ERROR and Z_BUF_ERROR of zlib.h
    assertEquals("libz.so 1.2.13: decompress: -3", failure(new byte[] {1, 2}, 9));
    assertEquals("libz.so 1.2.13: decompress: -5", failure(compressor.compress(new byte[10]), 9));
  }

  private static String failure(byte[] compressed, int size) {
    return assertThrows(
            IllegalArgumentException.class, () -> compressor.decompress(compressed, size))
        .getMessage();
  }

  private static byte[] inflate(byte[] compressed) throws IOException {
    return new InflaterInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
  }
}

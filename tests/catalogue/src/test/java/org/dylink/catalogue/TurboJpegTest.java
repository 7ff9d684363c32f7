package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.dylink.binding.Pointer;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.libjpeg.TurboJpeg;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libturbojpeg.so does, over libjpeg.so, against Java's own reader and writer. */
class TurboJpegTest {
  private static final BufferedImage PICTURE = Pixels.picture(BufferedImage.TYPE_INT_RGB);

  // Both may round a colour otherwise, no more.
  private static final int ROUNDING = 2;

  @Test
  void readsWhatJavaHasWritten() throws Exception {
    byte[] file = Pixels.written(PICTURE, "jpg");
    try (Dylink linker = Libraries.open();
        TurboJpeg jpeg = WasmBinder.bind(TurboJpeg.class, linker)) {
      Pointer handle = jpeg.tjInitDecompress();
      int[] width = {0};
      int[] height = {0};
      int[] colours = {0};
      int[] space = {0};
      assertEquals(
          0, jpeg.tjDecompressHeader3(handle, file, file.length, width, height, colours, space));
      assertEquals(Pixels.WIDTH, width[0]);
      assertEquals(Pixels.HEIGHT, height[0]);
      byte[] samples = new byte[Pixels.WIDTH * Pixels.HEIGHT * 3];
      assertEquals(
          0,
          jpeg.tjDecompress2(
              handle,
              file,
              file.length,
              samples,
              Pixels.WIDTH,
              0,
              Pixels.HEIGHT,
              TurboJpeg.TJPF_RGB,
              0));
      assertClose(Pixels.samples(Pixels.read(file), false), samples, ROUNDING);
      jpeg.tjDestroy(handle);
    }
  }

  @Test
  void writesWhatJavaReads() throws Exception {
    byte[] samples = Pixels.samples(PICTURE, false);
    try (Dylink linker = Libraries.open();
        TurboJpeg jpeg = WasmBinder.bind(TurboJpeg.class, linker)) {
      Pointer handle = jpeg.tjInitCompress();
      Pointer[] out = {null};
      int[] size = {0};
      assertEquals(
          0,
          jpeg.tjCompress2(
              handle,
              samples,
              Pixels.WIDTH,
              0,
              Pixels.HEIGHT,
              TurboJpeg.TJPF_RGB,
              out,
              size,
              TurboJpeg.TJSAMP_444,
              100,
              0));
      byte[] file = new byte[size[0]];
      out[0].read(0, file);
      assertClose(samples, Pixels.samples(Pixels.read(file), false), 2 * ROUNDING);
      jpeg.tjDestroy(handle);
    }
  }

  /** libjpeg's errors leave by longjmp out of libjpeg.so into libturbojpeg.so. */
  @Test
  void tellsWhatIsWrong() throws Exception {
    byte[] noJpeg = Pixels.written(PICTURE, "png");
    try (Dylink linker = Libraries.open();
        TurboJpeg jpeg = WasmBinder.bind(TurboJpeg.class, linker)) {
      Pointer handle = jpeg.tjInitDecompress();
      int[] any = {0};
      assertEquals(-1, jpeg.tjDecompressHeader3(handle, noJpeg, noJpeg.length, any, any, any, any));
      assertEquals(
          "Not a JPEG file: starts with 0x89 0x50", jpeg.tjGetErrorStr2(handle).readString(0));
      jpeg.tjDestroy(handle);
    }
  }

  private static void assertClose(byte[] expected, byte[] found, int most) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < found.length; i++) {
      int difference = Math.abs((expected[i] & 0xff) - (found[i] & 0xff));
      assertTrue(difference <= most, "sample " + i + " differs by " + difference);
    }
  }
}

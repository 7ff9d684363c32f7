package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.dylink.binding.Pointer;
import org.dylink.binding.StructLayout;
import org.dylink.binding.plain.WasmBinder;
import org.dylink.example.libpng.Png;
import org.dylink.linker.embed.Dylink;
import org.junit.jupiter.api.Test;

/** What libpng16.so does, over libz.so, against Java's own reader and writer. */
class PngTest {
  private static final BufferedImage PICTURE = Pixels.picture(BufferedImage.TYPE_INT_ARGB);
  private static final byte[] SAMPLES = Pixels.samples(PICTURE, true);

  @Test
  void readsWhatJavaHasWritten() throws Exception {
    byte[] file = Pixels.written(PICTURE, "png");
    try (Dylink linker = Libraries.open();
        Png png = WasmBinder.bind(Png.class, linker)) {
      Pointer image = header(png);
      Pointer out = block(png, SAMPLES.length);
      assertEquals(1, begin(png, image, file));
      Png.PngImage read = image.read(0, Png.PngImage.class);
      assertEquals(Pixels.WIDTH, read.width());
      assertEquals(Pixels.HEIGHT, read.height());
      image.write(0, asSamples(read));
      assertEquals(1, png.png_image_finish_read(image, null, out, 0, null));
      assertArrayEquals(SAMPLES, bytes(out, SAMPLES.length));
    }
  }

  @Test
  void writesWhatJavaReads() throws Exception {
    try (Dylink linker = Libraries.open();
        Png png = WasmBinder.bind(Png.class, linker)) {
      Pointer image = header(png);
      Pointer in = block(png, SAMPLES.length);
      in.write(0, SAMPLES);
      image.write(0, asSamples(image.read(0, Png.PngImage.class)));
      int[] size = {10_000};
      Pointer out = block(png, size[0]);
      assertEquals(1, png.png_image_write_to_memory(image, out, size, 0, in, 0, null));
      BufferedImage back = Pixels.read(bytes(out, size[0]));
      assertArrayEquals(SAMPLES, Pixels.samples(back, true));
    }
  }

  /** Errors of libpng are longjmp, which its simplified interface catches. */
  @Test
  void tellsWhatIsWrong() throws Exception {
    byte[] file = Arrays.copyOf(Pixels.written(PICTURE, "png"), 60);
    try (Dylink linker = Libraries.open();
        Png png = WasmBinder.bind(Png.class, linker)) {
      Pointer image = header(png);
      assertEquals(1, begin(png, image, file));
      image.write(0, asSamples(image.read(0, Png.PngImage.class)));
      Pointer out = block(png, SAMPLES.length);
      assertEquals(0, png.png_image_finish_read(image, null, out, 0, null));
      assertEquals("read beyond end of data", image.read(0, Png.PngImage.class).message());
    }
  }

  /** libpng reads on from the file after the call: it stays where it is until the program ends. */
  private static int begin(Png png, Pointer image, byte[] file) {
    Pointer in = block(png, file.length);
    in.write(0, file);
    return png.png_image_begin_read_from_memory(image, in, file.length);
  }

  private static Pointer block(Png png, int bytes) {
    return png.binding().allocate(bytes).pointer();
  }

  private static byte[] bytes(Pointer from, int length) {
    byte[] bytes = new byte[length];
    from.read(0, bytes);
    return bytes;
  }

  private static Pointer header(Png png) {
    Pointer image = block(png, StructLayout.of(Png.PngImage.class).size());
    image.write(0, new Png.PngImage(null, Png.PNG_IMAGE_VERSION, 0, 0, 0, 0, 0, 0, ""));
    return image;
  }

  private static Png.PngImage asSamples(Png.PngImage header) {
    return new Png.PngImage(
        header.opaque(),
        Png.PNG_IMAGE_VERSION,
        Pixels.WIDTH,
        Pixels.HEIGHT,
        Png.PNG_FORMAT_RGBA,
        0,
        0,
        0,
        "");
  }
}

package org.dylink.catalogue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures as Java's own readers and writers have them: a second opinion. */
final class Pixels {
  static final int WIDTH = 40;
  static final int HEIGHT = 24;

  private Pixels() {}

  /** A picture whose colours change slowly, as a photograph's. */
  static BufferedImage picture(int type) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(
            x, y, ((255 - 3 * y) << 24) | ((6 * x) << 16) | ((10 * y) << 8) | (128 + x - y));
      }
    }
    return image;
  }

  static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  static BufferedImage read(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  /** All samples, row by row. */
  static byte[] samples(BufferedImage image, boolean alpha) {
    int channels = alpha ? 4 : 3;
    byte[] samples = new byte[WIDTH * HEIGHT * channels];
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      int pixel = image.getRGB(i % WIDTH, i / WIDTH);
      samples[i * channels] = (byte) (pixel >> 16);
      samples[i * channels + 1] = (byte) (pixel >> 8);
      samples[i * channels + 2] = (byte) pixel;
      if (alpha) {
        samples[i * channels + 3] = (byte) (pixel >> 24);
      }
    }
    return samples;
  }
}

package org.dylink.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.dylink.engine.machine.MachineObject;

/** Files of objects with anything changed but the machine code itself, which nothing contains. */
final class ObjectMutations {
  private static final int[] NUMBERS = {0, 1, -1, 4, 0x7fff_ffff, 0x8000_0000, 0xffff, 1000};

  private static final int ENTRIES = 12;

  private final byte[] file;
  private final int code;
  private final int behindCode;

  ObjectMutations(byte[] file, MachineObject object) {
    this.file = file.clone();
    // Two numbers, two texts with their lengths of two bytes each, the image's length.
    this.code = 8 + 2 + object.target().length() + 2 + object.digest().length() + 4;
    this.behindCode = code + object.image().length;
  }

  /** One file more, of some changes in a row. */
  byte[] next(SplittableRandom random) {
    byte[] mutant = file.clone();
    for (int left = random.nextInt(1, 3); left > 0 && mutant.length > 0; left--) {
      mutant = changed(mutant, random);
    }
    return mutant;
  }

  private byte[] changed(byte[] bytes, SplittableRandom random) {
    int at = place(bytes, random);
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> number(bytes, at, NUMBERS[random.nextInt(NUMBERS.length)]);
      case 3, 4, 5 -> {
        // An entry of the tables, which may be in the image.
        int entry = behindCode + Integer.BYTES * random.nextInt(ENTRIES);
        number(bytes, entry, random.nextInt(behindCode - code + 8));
      }
      case 6 -> {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 16));
      }
      default -> {
        return shifted(bytes, at, random);
      }
    }
    return bytes;
  }

  // Most of a file is code.
  private int place(byte[] bytes, SplittableRandom random) {
    boolean isInFront = random.nextBoolean() || bytes.length <= behindCode;
    int at = isInFront ? random.nextInt(code) : random.nextInt(behindCode, bytes.length);
    return Math.min(at, bytes.length - 1);
  }

  private static void number(byte[] bytes, int at, int value) {
    if (at + Integer.BYTES <= bytes.length) {
      ByteBuffer.wrap(bytes).putInt(at, value);
    }
  }

  // Bytes are put in, or left out.
  private static byte[] shifted(byte[] bytes, int at, SplittableRandom random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    int by = random.nextInt(-8, 9);
    out.writeBytes(new byte[Math.max(0, by)]);
    int from = Math.min(bytes.length, at + Math.max(0, -by));
    out.write(bytes, from, bytes.length - from);
    return out.toByteArray();
  }
}

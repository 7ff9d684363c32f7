package org.dylink.engine.jvm.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/**
 * A class as a file holds it: as it is, or deflated. Each is on its own: a program uses few of a
 * library's classes, and only these are unpacked.
 */
final class StoredClass {
  /** The JVM's limits on methods and constants leave no class of ours larger. */
  static final int LARGEST = 16 << 20;

  private final int size;
  private final int checksum;
  private final byte[] file;
  private final int from;
  private final int end;

  /**
   * @param size bytes of the class
   * @param checksum CRC-32 of the class
   * @param file where it is, between {@code from} and {@code end}; deflated if that is not its size
   */
  StoredClass(int size, int checksum, byte[] file, int from, int end) {
    this.size = size;
    this.checksum = checksum;
    this.file = file;
    this.from = from;
    this.end = end;
  }

  static StoredClass of(byte[] bytes) {
    return new StoredClass(bytes.length, checksum(bytes), bytes, 0, bytes.length);
  }

  int size() {
    return size;
  }

  int checksum() {
    return checksum;
  }

  int storedSize() {
    return end - from;
  }

  void writeTo(ByteArrayOutputStream out) {
    out.write(file, from, end - from);
  }

  /** The same class, deflated if that makes it smaller. */
  StoredClass deflated() throws IOException {
    if (isDeflated()) {
      return this;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(size);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
      deflating.write(file, from, size);
    } finally {
      deflater.end();
    }
    byte[] smaller = out.toByteArray();
    return smaller.length < size
        ? new StoredClass(size, checksum, smaller, 0, smaller.length)
        : this;
  }

  /**
   * The class.
   *
   * @throws UnfitStoreException if it is not what was stored
   */
  byte[] bytes() throws UnfitStoreException {
    byte[] bytes = isDeflated() ? inflated() : Arrays.copyOfRange(file, from, end);
    if (checksum(bytes) != checksum) {
      throw new UnfitStoreException("damaged");
    }
    return bytes;
  }

  /** The class, of a file that is trusted: one that is damaged fails, or does what it may. */
  byte[] unchecked() {
    try {
      return bytes();
    } catch (UnfitStoreException e) {
      throw new ClassFormatError(e.getMessage());
    }
  }

  private boolean isDeflated() {
    return end - from != size;
  }

  private byte[] inflated() throws UnfitStoreException {
    byte[] bytes = new byte[size];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(file, from, end - from);
      if (inflater.inflate(bytes) != size) {
        throw new UnfitStoreException("damaged");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new UnfitStoreException("damaged");
    } finally {
      inflater.end();
    }
  }

  private static int checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return (int) checksum.getValue();
  }
}

package org.dylink.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bytes in the making, in the notation of the WebAssembly binary format. */
public final class Bytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Single bytes, each 0 to 255. */
  public Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  /** An unsigned LEB128 number in as few bytes as it needs. */
  public Bytes u32(long value) {
    long rest = value;
    for (; rest >>> 7 != 0; rest >>>= 7) {
      out.write((int) (rest & 0x7f) | 0x80);
    }
    out.write((int) rest);
    return this;
  }

  /** A signed LEB128 number in as few bytes as it needs. */
  public Bytes s64(long value) {
    long rest = value;
    for (; rest < -0x40 || rest > 0x3f; rest >>= 7) {
      out.write((int) (rest & 0x7f) | 0x80);
    }
    out.write((int) (rest & 0x7f));
    return this;
  }

  /** The lowest bytes of a number, the lowest first. */
  public Bytes littleEndian(long value, int size) {
    for (int i = 0; i < size; i++) {
      out.write((int) (value >>> (8 * i)) & 0xff);
    }
    return this;
  }

  /** A name: its length in bytes, then UTF-8. */
  public Bytes name(String name) {
    return sized(name.getBytes(StandardCharsets.UTF_8));
  }

  /** Bytes as they are. */
  public Bytes raw(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** A length, then that many bytes. */
  public Bytes sized(byte[] bytes) {
    return u32(bytes.length).raw(bytes);
  }

  /** A section or sub-section: its id, its length, its contents. */
  public Bytes section(int id, Bytes contents) {
    return u8(id).sized(contents.toArray());
  }

  public int size() {
    return out.size();
  }

  public byte[] toArray() {
    return out.toByteArray();
  }
}

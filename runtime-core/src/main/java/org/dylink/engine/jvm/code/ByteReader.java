package org.dylink.engine.jvm.code;

/** Reads forward through a range of a module's bytes and never past its end. */
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  /**
   * @param bytes the whole file
   * @param from where to begin
   * @param end where to stop, exclusive
   */
  public ByteReader(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  public int offset() {
    return at;
  }

  public int end() {
    return end;
  }

  public boolean atEnd() {
    return at >= end;
  }

  public InvalidCodeException error(String rule) {
    return new InvalidCodeException(at, rule);
  }

  public int u8() {
    if (at >= end) {
      throw error("unexpected end");
    }
    return bytes[at++] & 0xff;
  }

  /** An unsigned LEB128 number of 32 bits, as the int of the same bits. */
  public int u32() {
    int first = u8();
    return first < 0x80 ? first : (int) leb(first, 32, false);
  }

  /** A u32 that must be less than a bound. */
  public int index(String what, int bound) {
    int start = at;
    int index = u32();
    if (index < 0 || index >= bound) {
      throw InvalidCodeException.unknown(start, what, index, bound);
    }
    return index;
  }

  /** The length of a vector whose entries take at least a byte each. */
  public int count() {
    int start = at;
    int count = u32();
    if (count < 0 || count > end - at) {
      throw new InvalidCodeException(
          start, "vector of " + Integer.toUnsignedString(count) + " runs past the end");
    }
    return count;
  }

  public int s32() {
    int first = u8();
    return first < 0x80 ? (first << 25) >> 25 : (int) leb(first, 32, true);
  }

  /** A signed number of 33 bits: a block type. */
  public long s33() {
    return leb(u8(), 33, true);
  }

  public long s64() {
    return leb(u8(), 64, true);
  }

  /** Four bytes, little-endian. */
  public int bits32() {
    skip(4);
    int from = at - 4;
    return (bytes[from] & 0xff)
        | ((bytes[from + 1] & 0xff) << 8)
        | ((bytes[from + 2] & 0xff) << 16)
        | (bytes[from + 3] << 24);
  }

  /** Eight bytes, little-endian. */
  public long bits64() {
    long low = bits32() & 0xffff_ffffL;
    return low | ((long) bits32() << 32);
  }

  public void skip(int size) {
    if (size < 0 || size > end - at) {
      throw error("unexpected end");
    }
    at += size;
  }

  private long leb(int first, int bits, boolean signed) {
    long value = 0;
    int b = first;
    for (int shift = 0; ; shift += 7) {
      int left = bits - shift;
      value |= (long) (b & 0x7f) << shift;
      if (left < 7) {
        checkLast(b, left, signed);
      }
      if (b < 0x80) {
        int used = Math.min(shift + 7, 64);
        return signed ? (value << (64 - used)) >> (64 - used) : value;
      }
      b = u8();
    }
  }

  /** The bits of the last byte that do not count must be zero, or the sign. */
  private void checkLast(int b, int left, boolean signed) {
    if (b >= 0x80) {
      throw error("integer representation too long");
    }
    int unused = signed ? (b << 25) >> (24 + left) : (b & 0x7f) >> left;
    if (unused != 0 && (!signed || unused != -1)) {
      throw error("integer too large");
    }
  }
}

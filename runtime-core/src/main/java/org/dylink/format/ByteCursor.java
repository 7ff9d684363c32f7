package org.dylink.format;

import java.util.Objects;

/**
 * Reads forward through a range of a module's bytes and never past its end (WebAssembly Core,
 * Binary Format, Values). What is wrong with the bytes is told by whoever reads them, in words of
 * its own. For one thread.
 *
 * <p>{@code what} names what is read, for these words only.
 *
 * @param <X> what is thrown of bytes that are wrong
 */
public abstract class ByteCursor<X extends Exception> {
  private final ModuleBytes bytes;
  private final byte[] array; // of bytes: every byte of a library is read here
  private final int end;
  private int at;

  /**
   * @param bytes the whole file
   * @param from where to begin
   * @param end where to stop, exclusive
   * @throws IndexOutOfBoundsException if the file has no such range
   */
  protected ByteCursor(ModuleBytes bytes, int from, int end) {
    Objects.checkFromToIndex(from, end, bytes.size());
    this.bytes = bytes;
    this.array = bytes.array();
    this.at = from;
    this.end = end;
  }

  /** Where the next byte is in the file. */
  public final int offset() {
    return at;
  }

  /** Where the range ends in the file, exclusive. */
  public final int end() {
    return end;
  }

  /** How many bytes are left. */
  public final int left() {
    return end - at;
  }

  /** Whether no byte is left. */
  public final boolean atEnd() {
    return at == end;
  }

  /** The whole file. */
  public final ModuleBytes bytes() {
    return bytes;
  }

  /** The next byte, 0 to 255, which is not read; -1 at the end. */
  public final int peek() {
    return at < end ? array[at] & 0xff : -1;
  }

  /** A byte, 0 to 255. */
  public final int u8(String what) throws X {
    if (at >= end) {
      throw endsEarly(what, 1);
    }
    return array[at++] & 0xff;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  public final long u32(String what) throws X {
    int first = u8(what);
    return first < 0x80 ? first : leb(what, first, 32, false);
  }

  /** An unsigned LEB128 number of at most 64 bits. */
  public final long u64(String what) throws X {
    return leb(what, u8(what), 64, false);
  }

  /** A signed LEB128 number of at most 32 bits. */
  public final int s32(String what) throws X {
    int first = u8(what);
    return first < 0x80 ? (first << 25) >> 25 : (int) leb(what, first, 32, true);
  }

  /** A signed LEB128 number of at most 33 bits: a block type. */
  public final long s33(String what) throws X {
    return leb(what, u8(what), 33, true);
  }

  /** A signed LEB128 number of at most 64 bits. */
  public final long s64(String what) throws X {
    return leb(what, u8(what), 64, true);
  }

  /** Four bytes, little-endian. */
  public final int bits32(String what) throws X {
    skip(what, 4);
    int from = at - 4;
    return (array[from] & 0xff)
        | ((array[from + 1] & 0xff) << 8)
        | ((array[from + 2] & 0xff) << 16)
        | (array[from + 3] << 24);
  }

  /** Eight bytes, little-endian. */
  public final long bits64(String what) throws X {
    long low = bits32(what) & 0xffff_ffffL;
    return low | ((long) bits32(what) << 32);
  }

  /** Steps over so many bytes. */
  public final void skip(String what, long size) throws X {
    if (size > left()) {
      throw endsEarly(what, size);
    }
    at += (int) size;
  }

  /**
   * The length of a vector. Each entry takes at least one byte, so a count that is larger than what
   * is left is refused before anything is allocated for it.
   */
  public final int count(String what) throws X {
    int start = at;
    long count = u32(what);
    if (count > left()) {
      throw tooMany(what, start, count);
    }
    return (int) count;
  }

  /** An unsigned LEB128 number that is less than the size of an index space. */
  public final int index(String what, int size) throws X {
    int start = at;
    long index = u32(what);
    if (index >= size) {
      throw unknown(what, start, index, size);
    }
    return (int) index;
  }

  private long leb(String what, int first, int bits, boolean signed) throws X {
    int start = at - 1;
    long value = 0;
    int b = first;
    for (int shift = 0; ; shift += 7) {
      int left = bits - shift;
      value |= (long) (b & 0x7f) << shift;
      if (left < 7) {
        checkLast(what, start, b, bits, left, signed);
      }
      if (b < 0x80) {
        int used = Math.min(shift + 7, 64);
        return signed ? (value << (64 - used)) >> (64 - used) : value;
      }
      b = u8(what);
    }
  }

  /** The bits of the last byte that do not count must be zero, or the sign. */
  private void checkLast(String what, int start, int b, int bits, int left, boolean signed)
      throws X {
    if (b >= 0x80) {
      throw badNumber(what, start, bits, true);
    }
    int unused = signed ? (b << 25) >> (24 + left) : (b & 0x7f) >> left;
    if (unused != 0 && (!signed || unused != -1)) {
      throw badNumber(what, start, bits, false);
    }
  }

  /** The range has fewer bytes left than {@code size}; the cursor stands where they should be. */
  protected abstract X endsEarly(String what, long size);

  /**
   * A number does not fit.
   *
   * @param start where its first byte is; the cursor stands behind the last one that was read
   * @param bits what it should fit
   * @param isTooLong whether it has too many bytes; else the last one has too many bits
   */
  protected abstract X badNumber(String what, int start, int bits, boolean isTooLong);

  /** A vector has more entries than the range has bytes left; its count is at {@code start}. */
  protected abstract X tooMany(String what, int start, long count);

  /** An index, which is at {@code start}, is past the end of its space. */
  protected abstract X unknown(String what, int start, long index, int size);
}

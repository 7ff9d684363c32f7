package org.dylink.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads forward through a range of a module's bytes and never past its end. Every message names the
 * module, the place ({@code dylink.0: needed}) and the offset in the file.
 */
final class ByteCursor {
  private final String module;
  private final String place;
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteCursor(String module, String place, byte[] bytes, int from, int end) {
    this.module = module;
    this.place = place;
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int offset() {
    return at;
  }

  /** The whole file; nobody may change it. */
  byte[] bytes() {
    return bytes;
  }

  int left() {
    return end - at;
  }

  boolean atEnd() {
    return at == end;
  }

  /** A cursor over the next {@code size} bytes, which this one skips. */
  ByteCursor slice(String what, long size) throws MalformedModuleException {
    int from = take(what, size);
    return new ByteCursor(module, in(what), bytes, from, at);
  }

  void skip(String what, long size) throws MalformedModuleException {
    take(what, size);
  }

  int u8(String what) throws MalformedModuleException {
    return bytes[take(what, 1)] & 0xff;
  }

  /** An unsigned LEB128 number of at most 32 bits. */
  long u32(String what) throws MalformedModuleException {
    return unsignedLeb(what, 32);
  }

  /** An unsigned LEB128 number of at most 64 bits; a value past 2^63-1 comes out as that bound. */
  long u64(String what) throws MalformedModuleException {
    long value = unsignedLeb(what, 64);
    return value < 0 ? Long.MAX_VALUE : value;
  }

  /** Skips a LEB128 number of any sign. */
  void skipLeb(String what) throws MalformedModuleException {
    int start = at;
    while ((u8(what) & 0x80) != 0) {
      if (at - start >= 10) {
        throw error(what + ": number is longer than 10 bytes" + atOffset(start));
      }
    }
  }

  /**
   * The length of a vector. Each entry takes at least one byte, so a count that is larger than what
   * is left is refused before anything is allocated for it.
   */
  int count(String what) throws MalformedModuleException {
    int start = at;
    long count = u32(what);
    if (count > left()) {
      throw error(
          what + ": " + count + " entries" + atOffset(start) + ", " + left() + " bytes left");
    }
    return (int) count;
  }

  String name(String what) throws MalformedModuleException {
    int start = at;
    long size = u32(what);
    if (size > left()) {
      throw error(
          what
              + ": string runs past the section: "
              + size
              + " bytes"
              + atOffset(start)
              + ", "
              + left()
              + " left");
    }
    int from = take(what, size);
    return isAscii(from)
        ? new String(bytes, from, (int) size, StandardCharsets.US_ASCII)
        : decode(what, from, start);
  }

  private String decode(String what, int from, int start) throws MalformedModuleException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, at - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw error(what + ": string is not UTF-8" + atOffset(start));
    }
  }

  private boolean isAscii(int from) {
    for (int i = from; i < at; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same range, told of in messages under another name. */
  ByteCursor renamed(String newPlace) {
    return new ByteCursor(module, newPlace, bytes, at, end);
  }

  MalformedModuleException error(String detail) {
    return new MalformedModuleException(module, in(detail));
  }

  /** A module that nobody could run, in the words that are used of engines. */
  MalformedModuleException lacking(Feature feature, int offset) {
    String detail = "needs " + feature + ", which no engine has: ";
    return new MalformedModuleException(module, detail + place + atOffset(offset));
  }

  String atOffset(int offset) {
    return " at offset 0x" + Integer.toHexString(offset);
  }

  private int take(String what, long size) throws MalformedModuleException {
    if (size > left()) {
      String bytesWord = size == 1 ? " byte" : " bytes";
      throw error(
          what + ": ends early: " + size + bytesWord + atOffset(at) + ", " + left() + " left");
    }
    int from = at;
    at += (int) size;
    return from;
  }

  private long unsignedLeb(String what, int bits) throws MalformedModuleException {
    int start = at;
    long value = 0;
    for (int shift = 0; shift < bits; shift += 7) {
      int b = u8(what);
      boolean overflows = bits - shift < 7 && (b & 0x7f) >>> (bits - shift) != 0;
      if (overflows) {
        break;
      }
      value |= (long) (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw error(what + ": number does not fit " + bits + " bits" + atOffset(start));
  }

  // Not the + operator: it would start up the JVM's machinery for that when nothing is wrong.
  private String in(String detail) {
    return place.isEmpty() ? detail : place.concat(": ").concat(detail);
  }
}

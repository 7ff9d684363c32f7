package org.dylink.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads sections. Every message names the module, the place ({@code dylink.0: needed}) and the
 * offset in the file.
 */
final class SectionCursor extends ByteCursor<MalformedModuleException> {
  private final String module;
  private final String place;

  SectionCursor(String module, String place, ModuleBytes bytes, int from, int end) {
    super(bytes, from, end);
    this.module = module;
    this.place = place;
  }

  /** A cursor over the next {@code size} bytes, which this one skips. */
  SectionCursor slice(String what, long size) throws MalformedModuleException {
    return part(what, size).renamed(in(what));
  }

  /** The same, told of in messages under this one's name. */
  SectionCursor part(String what, long size) throws MalformedModuleException {
    int from = offset();
    skip(what, size);
    return new SectionCursor(module, place, bytes(), from, offset());
  }

  /** Skips a LEB128 number of any sign. */
  void skipLeb(String what) throws MalformedModuleException {
    int start = offset();
    while ((u8(what) & 0x80) != 0) {
      if (offset() - start >= 10) {
        throw error(what + ": number is longer than 10 bytes" + atOffset(start));
      }
    }
  }

  String name(String what) throws MalformedModuleException {
    int start = offset();
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
    int from = offset();
    skip(what, size);
    return isAscii(from)
        ? new String(bytes().array(), from, (int) size, StandardCharsets.US_ASCII)
        : decode(what, from, start);
  }

  private String decode(String what, int from, int start) throws MalformedModuleException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes().array(), from, offset() - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw error(what + ": string is not UTF-8" + atOffset(start));
    }
  }

  private boolean isAscii(int from) {
    byte[] array = bytes().array();
    for (int i = from; i < offset(); i++) {
      if (array[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** The same range, told of in messages under another name. */
  SectionCursor renamed(String newPlace) {
    return new SectionCursor(module, newPlace, bytes(), offset(), end());
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

  @Override
  protected MalformedModuleException endsEarly(String what, long size) {
    String word = size == 1 ? " byte" : " bytes";
    return error(
        what + ": ends early: " + size + word + atOffset(offset()) + ", " + left() + " left");
  }

  @Override
  protected MalformedModuleException badNumber(
      String what, int start, int bits, boolean isTooLong) {
    return error(what + ": number does not fit " + bits + " bits" + atOffset(start));
  }

  @Override
  protected MalformedModuleException tooMany(String what, int start, long count) {
    return error(
        what + ": " + count + " entries" + atOffset(start) + ", " + left() + " bytes left");
  }

  @Override
  protected MalformedModuleException unknown(String what, int start, long index, int size) {
    return error(what + ": " + index + atOffset(start) + ", there are " + size);
  }

  // Not the + operator: it would start up the JVM's machinery for that when nothing is wrong.
  private String in(String detail) {
    return place.isEmpty() ? detail : place.concat(": ").concat(detail);
  }
}

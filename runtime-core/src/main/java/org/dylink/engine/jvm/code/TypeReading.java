package org.dylink.engine.jvm.code;

import org.dylink.format.HeapType;
import org.dylink.format.ValueType;

/** Reads types where they stand in bodies (WebAssembly Core, Binary Format, Types). */
final class TypeReading {
  private static final int REFERENCE = 0x64;
  private static final int NULLABLE_REFERENCE = 0x63;

  private TypeReading() {}

  static ValueType value(CodeCursor from, IndexSpaces spaces) {
    int start = from.offset();
    return value(start, from.u8("value type"), from, spaces);
  }

  /** A type whose first byte is read. */
  static ValueType value(int start, int code, CodeCursor from, IndexSpaces spaces) {
    if (code == REFERENCE) {
      return heap(from, spaces).notNull();
    }
    return code == NULLABLE_REFERENCE
        ? heap(from, spaces).nullable()
        : spaces.valueType(start, code);
  }

  /** Whether a byte begins the type of references that names what they refer to. */
  static boolean isReference(int code) {
    return code == REFERENCE || code == NULLABLE_REFERENCE;
  }

  /** An index, or the code of an abstract type, which as a signed number is negative. */
  static HeapType heap(CodeCursor from, IndexSpaces spaces) {
    int start = from.offset();
    long code = from.s33("heap type");
    if (code >= 0) {
      if (code >= spaces.typeCount()) {
        throw InvalidCodeException.unknown(start, "type", (int) code, spaces.typeCount());
      }
      return spaces.definition((int) code);
    }
    HeapType type = HeapType.Abstract.ofCode((int) code & 0x7f);
    if (type == null || from.offset() - start > 1) {
      throw new InvalidCodeException(start, "malformed reference type");
    }
    return type;
  }
}

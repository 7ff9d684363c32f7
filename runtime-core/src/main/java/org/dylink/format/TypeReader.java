package org.dylink.format;

/** Reads the types of tables, memories and globals (WebAssembly Core, Binary Format, Types). */
final class TypeReader {
  private static final int HAS_MAXIMUM = 1;
  private static final int SHARED = 2;
  private static final int IS_64_BIT = 4;
  private static final int HAS_PAGE_SIZE = 8;
  private static final int KNOWN_FLAGS = HAS_MAXIMUM | SHARED | IS_64_BIT;
  private static final int TYPED_REFERENCE = 0x64;
  private static final int TYPED_NULLABLE_REFERENCE = 0x63;
  static final int TABLE_WITH_INITIALIZER = 0x40;

  private TypeReader() {}

  static ValueType readValueType(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    return valueType(body, start, body.u8("value type"));
  }

  static TableType readTable(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int code = body.u8("table type");
    boolean hasInitializer = code == TABLE_WITH_INITIALIZER;
    if (hasInitializer) {
      body.skip("reserved byte", 1);
      code = body.u8("table type");
    }
    ValueType element = valueType(body, start, code);
    TableType type = new TableType(element, readLimits(body, tableFlags(body)));
    if (hasInitializer) {
      ConstantExpression.read(body);
    }
    return type;
  }

  static MemoryType readMemory(SectionCursor body) throws MalformedModuleException {
    int flags = flags(body);
    return new MemoryType(readLimits(body, flags), (flags & SHARED) != 0);
  }

  static GlobalType readGlobal(SectionCursor body) throws MalformedModuleException {
    ValueType value = readValueType(body);
    int start = body.offset();
    int mutability = body.u8("mutability");
    if (mutability > 1) {
      throw body.error("mutability " + mutability + body.atOffset(start));
    }
    return new GlobalType(value, mutability == 1);
  }

  private static int tableFlags(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int flags = flags(body);
    if ((flags & SHARED) != 0) {
      throw body.error("limits: a shared table" + body.atOffset(start));
    }
    return flags;
  }

  private static int flags(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int flags = body.u8("limits");
    if ((flags & ~KNOWN_FLAGS) == HAS_PAGE_SIZE) {
      throw body.lacking(Feature.CUSTOM_PAGE_SIZES, start);
    }
    if ((flags & ~KNOWN_FLAGS) != 0) {
      throw body.error("limits: flags 0x" + Integer.toHexString(flags) + body.atOffset(start));
    }
    if ((flags & IS_64_BIT) != 0) {
      throw body.lacking(Feature.MEMORY64, start);
    }
    return flags;
  }

  private static Limits readLimits(SectionCursor body, int flags) throws MalformedModuleException {
    int start = body.offset();
    long minimum = body.u32("minimum");
    long maximum = (flags & HAS_MAXIMUM) != 0 ? body.u32("maximum") : Limits.UNBOUNDED;
    if (minimum > maximum) {
      throw body.error(
          "limits: minimum " + minimum + " is over maximum " + maximum + body.atOffset(start));
    }
    return new Limits(minimum, maximum);
  }

  private static ValueType valueType(SectionCursor body, int start, int code)
      throws MalformedModuleException {
    ValueType type = ValueType.ofCode(code);
    if (code == TYPED_REFERENCE || code == TYPED_NULLABLE_REFERENCE) {
      throw body.lacking(Feature.FUNCTION_REFERENCES, start);
    } else if (type == null && code >= 0x6a && code <= 0x74) {
      throw body.lacking(Feature.GC, start);
    } else if (type == null) {
      throw body.error(
          "value type 0x" + Integer.toHexString(code) + body.atOffset(start) + " is not supported");
    }
    return type;
  }
}

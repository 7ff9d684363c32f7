package org.dylink.format;

/** Reads the types of values, tables, memories and globals (WebAssembly Core, Binary Format). */
class TypeReader {
  private static final int HAS_MAXIMUM = 1;
  private static final int SHARED = 2;
  private static final int IS_64_BIT = 4;
  private static final int HAS_PAGE_SIZE = 8;
  private static final int KNOWN_FLAGS = HAS_MAXIMUM | SHARED | IS_64_BIT;
  private static final int REFERENCE = 0x64;
  private static final int NULLABLE_REFERENCE = 0x63;
  static final int TABLE_WITH_INITIALIZER = 0x40;

  private final TypeSpace types;

  TypeReader(TypeSpace types) {
    this.types = types;
  }

  /** The type with an index, which a reference names. */
  DefinedType defined(SectionCursor body) throws MalformedModuleException {
    return types.definition(body.index("type index", types.size()));
  }

  final ValueType readValueType(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    return valueType(body, start, body.u8("value type"));
  }

  final TableType readTable(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    ValueType element = valueType(body, start, body.u8("table type"));
    int flags = tableFlags(body);
    return new TableType(addressType(flags), element, readLimits(body, flags));
  }

  static MemoryType readMemory(SectionCursor body) throws MalformedModuleException {
    int flags = flags(body);
    return new MemoryType(addressType(flags), readLimits(body, flags), (flags & SHARED) != 0);
  }

  final GlobalType readGlobal(SectionCursor body) throws MalformedModuleException {
    return new GlobalType(readValueType(body), readMutability(body));
  }

  static boolean readMutability(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int mutability = body.u8("mutability");
    if (mutability > 1) {
      throw body.error("mutability " + mutability + body.atOffset(start));
    }
    return mutability == 1;
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
    return flags;
  }

  private static AddressType addressType(int flags) {
    return (flags & IS_64_BIT) != 0 ? AddressType.I64 : AddressType.I32;
  }

  private static Limits readLimits(SectionCursor body, int flags) throws MalformedModuleException {
    int start = body.offset();
    boolean isWide = addressType(flags) == AddressType.I64;
    long minimum = size(body, "minimum", isWide);
    long maximum = (flags & HAS_MAXIMUM) != 0 ? size(body, "maximum", isWide) : Limits.UNBOUNDED;
    if (minimum > maximum) {
      throw body.error(
          "limits: minimum " + minimum + " is over maximum " + maximum + body.atOffset(start));
    }
    return new Limits(minimum, maximum);
  }

  // Nothing is that large, and what is larger is no different.
  private static long size(SectionCursor body, String what, boolean isWide)
      throws MalformedModuleException {
    long size = isWide ? body.u64(what) : body.u32(what);
    return size < 0 ? Limits.LARGEST : Math.min(size, Limits.LARGEST);
  }

  final ValueType valueType(SectionCursor body, int start, int code)
      throws MalformedModuleException {
    if (code == REFERENCE) {
      return readHeapType(body).notNull();
    } else if (code == NULLABLE_REFERENCE) {
      return readHeapType(body).nullable();
    }
    ValueType type = ValueType.ofCode(code);
    if (type == null) {
      throw body.error(
          "value type 0x" + Integer.toHexString(code) + body.atOffset(start) + " is not supported");
    }
    return type;
  }

  /** An index, or a code of one byte, which as a signed number is negative. */
  private HeapType readHeapType(SectionCursor body) throws MalformedModuleException {
    if ((body.peek() & 0xc0) != 0x40) {
      return defined(body);
    }
    int start = body.offset();
    int code = body.u8("heap type");
    HeapType.Abstract type = HeapType.Abstract.ofCode(code);
    if (type == null) {
      throw body.error(
          "heap type 0x" + Integer.toHexString(code) + body.atOffset(start) + " is not supported");
    }
    return type;
  }
}

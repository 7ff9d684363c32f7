package org.dylink.engine.jvm.code;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.jvm.code.ElementSegment.Mode;
import org.dylink.format.ValueType;

/** Reads element and data segments (WebAssembly Core, Binary Format, Modules). */
final class SegmentReader {
  // Bits of an element segment's kind.
  private static final int NOT_ACTIVE = 1;
  private static final int HAS_TABLE = 2; // of an active one; else it is declared, not passive
  private static final int HAS_EXPRESSIONS = 4;
  private static final int ELEMENT_KINDS = 8;

  private static final int PASSIVE = 1;
  private static final int HAS_MEMORY = 2;
  private static final int DATA_KINDS = 3;

  private final ModuleCode code;
  private final IndexSpaces spaces;

  SegmentReader(ModuleCode code) {
    this.code = code;
    this.spaces = code.spaces();
  }

  void readElements(ByteReader section) {
    List<ElementSegment> segments = new ArrayList<>();
    for (int left = section.count(); left > 0; left--) {
      segments.add(readElement(section));
    }
    code.elements = segments;
    spaces.setElementTypes(segments.stream().map(ElementSegment::type).toList());
  }

  private ElementSegment readElement(ByteReader section) {
    int start = section.offset();
    int kind = section.index("segment kind", ELEMENT_KINDS);
    boolean isActive = (kind & NOT_ACTIVE) == 0;
    boolean hasTable = (kind & HAS_TABLE) != 0;
    boolean hasExpressions = (kind & HAS_EXPRESSIONS) != 0;
    int table = isActive && hasTable ? section.u32() : 0;
    ConstantExpression offset = isActive ? offset(section) : null;
    ValueType type =
        (kind & (NOT_ACTIVE | HAS_TABLE)) == 0
            ? ValueType.FUNCREF
            : elementType(section, hasExpressions);
    if (isActive) {
      checkTable(start, table, type);
    }
    List<Integer> functions = hasExpressions ? null : readFunctions(section);
    List<ConstantExpression> expressions = hasExpressions ? readExpressions(section, type) : null;
    Mode mode = isActive ? Mode.ACTIVE : hasTable ? Mode.DECLARED : Mode.PASSIVE;
    return new ElementSegment(mode, type, table, offset, functions, expressions);
  }

  private void checkTable(int start, int table, ValueType type) {
    if (table < 0 || table >= spaces.tableCount()) {
      throw new InvalidCodeException(start, "unknown table " + Integer.toUnsignedString(table));
    }
    ValueType expected = spaces.table(table).element();
    if (expected != type) {
      throw new InvalidCodeException(
          start, "type mismatch: expected " + expected + ", found " + type);
    }
  }

  private ValueType elementType(ByteReader section, boolean hasExpressions) {
    int start = section.offset();
    int code = section.u8();
    if (!hasExpressions) {
      if (code != 0) {
        throw new InvalidCodeException(start, "malformed element kind " + code);
      }
      return ValueType.FUNCREF;
    }
    ValueType type = spaces.valueType(start, code);
    if (!type.isReference()) {
      throw new InvalidCodeException(start, "malformed reference type");
    }
    return type;
  }

  private List<Integer> readFunctions(ByteReader section) {
    int count = section.count();
    List<Integer> functions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      int function = section.index("function", spaces.functionCount());
      spaces.noteReferable(function);
      functions.add(function);
    }
    return functions;
  }

  private List<ConstantExpression> readExpressions(ByteReader section, ValueType type) {
    int count = section.count();
    List<ConstantExpression> expressions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      expressions.add(ConstantExpression.read(code.bytes(), section, spaces, type));
    }
    return expressions;
  }

  void readData(ByteReader section) {
    List<DataSegment> segments = new ArrayList<>();
    for (int left = section.count(); left > 0; left--) {
      segments.add(readDataSegment(section));
    }
    code.data = segments;
  }

  private DataSegment readDataSegment(ByteReader section) {
    int kind = section.index("segment kind", DATA_KINDS);
    if (kind == HAS_MEMORY) {
      section.index("memory", spaces.memoryCount());
    } else if (kind != PASSIVE && spaces.memoryCount() == 0) {
      throw section.error("unknown memory 0");
    }
    ConstantExpression offset = kind == PASSIVE ? null : offset(section);
    int size = section.u32();
    int from = section.offset();
    section.skip(size);
    return new DataSegment(from, size, offset);
  }

  private ConstantExpression offset(ByteReader section) {
    return ConstantExpression.read(code.bytes(), section, spaces, ValueType.I32);
  }
}

package org.dylink.format;

import java.util.ArrayList;
import java.util.List;
import org.dylink.format.ElementSegment.Mode;

/**
 * Reads element and data segments (WebAssembly Core, Binary Format, Element Section, Data Section).
 * An engine makes room for as many functions and bytes as they say that they have, and must not
 * believe more than the file holds.
 */
final class SegmentReader {
  // Bits of an element segment's kind.
  private static final int NOT_ACTIVE = 1;
  private static final int HAS_TABLE = 2; // of an active one; else it is declared, not passive
  private static final int HAS_EXPRESSIONS = 4;
  private static final int ELEMENT_KINDS = 8;

  private static final int PASSIVE = 1;
  private static final int HAS_MEMORY = 2;
  private static final int DATA_KINDS = 3;

  private final TypeReader types;

  SegmentReader(TypeReader types) {
    this.types = types;
  }

  List<ElementSegment> readElements(SectionCursor body) throws MalformedModuleException {
    List<ElementSegment> segments = new ArrayList<>();
    for (int left = body.count("count"); left > 0; left--) {
      segments.add(readElement(body));
    }
    return segments;
  }

  private ElementSegment readElement(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int kind = kind(body, ELEMENT_KINDS);
    Mode mode = mode(kind);
    boolean isActive = mode == Mode.ACTIVE;
    boolean hasExpressions = (kind & HAS_EXPRESSIONS) != 0;
    long table = isActive && (kind & HAS_TABLE) != 0 ? body.u32("table index") : 0;
    ConstantExpression offset = isActive ? ConstantExpression.read(body) : null;
    boolean hasType = (kind & (NOT_ACTIVE | HAS_TABLE)) != 0;
    ValueType type = readElementType(body, hasType, hasExpressions);
    int size = body.count("functions");
    int itemsAt = body.offset();
    List<ConstantExpression> items = hasExpressions ? readExpressions(body, size) : null;
    if (!hasExpressions) {
      skipFunctions(body, size);
    }
    return new ElementSegment(start, mode, table, offset, type, itemsAt, size, items);
  }

  /** Where it is given, a type for expressions, and a byte that stands for functions. */
  private ValueType readElementType(SectionCursor body, boolean isGiven, boolean hasExpressions)
      throws MalformedModuleException {
    if (hasExpressions) {
      return isGiven ? readReference(body) : ValueType.FUNCREF;
    }
    int start = body.offset();
    if (isGiven && body.u8("element kind") != 0) {
      throw body.error("malformed element kind" + body.atOffset(start));
    }
    return HeapType.Abstract.FUNC.notNull();
  }

  private ValueType readReference(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    ValueType type = types.readValueType(body);
    if (!type.isReference()) {
      throw body.error("malformed reference type" + body.atOffset(start));
    }
    return type;
  }

  private static Mode mode(int kind) {
    if ((kind & NOT_ACTIVE) == 0) {
      return Mode.ACTIVE;
    }
    return (kind & HAS_TABLE) != 0 ? Mode.DECLARED : Mode.PASSIVE;
  }

  private static List<ConstantExpression> readExpressions(SectionCursor body, int count)
      throws MalformedModuleException {
    List<ConstantExpression> expressions = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      expressions.add(ConstantExpression.read(body));
    }
    return expressions;
  }

  private static void skipFunctions(SectionCursor body, int count) throws MalformedModuleException {
    for (int i = 0; i < count; i++) {
      body.u32("function index");
    }
  }

  static List<DataSegment> readData(SectionCursor body) throws MalformedModuleException {
    List<DataSegment> segments = new ArrayList<>();
    for (int left = body.count("count"); left > 0; left--) {
      segments.add(readDataSegment(body));
    }
    return segments;
  }

  private static DataSegment readDataSegment(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int kind = kind(body, DATA_KINDS);
    long memory = kind == HAS_MEMORY ? body.u32("memory index") : 0;
    ConstantExpression offset = kind == PASSIVE ? null : ConstantExpression.read(body);
    long size = body.u32("data segment");
    int from = body.offset();
    body.skip("data segment", size);
    return new DataSegment(start, memory, offset, from, (int) size);
  }

  private static int kind(SectionCursor body, int kinds) throws MalformedModuleException {
    int start = body.offset();
    long kind = body.u32("segment kind");
    if (kind >= kinds) {
      throw body.error("segment kind " + kind + body.atOffset(start));
    }
    return (int) kind;
  }
}

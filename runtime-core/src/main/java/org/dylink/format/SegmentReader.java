package org.dylink.format;

/**
 * Skips element and data segments (WebAssembly Core, Binary Format, Element Section, Data Section).
 * The linker does not ask what is in them; but an engine makes room for as many functions and bytes
 * as they say that they have, and must not believe more than the file holds.
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

  private SegmentReader() {}

  static void skipElements(ByteCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int kind = kind(body, ELEMENT_KINDS);
      boolean isActive = (kind & NOT_ACTIVE) == 0;
      if (isActive && (kind & HAS_TABLE) != 0) {
        body.u32("table index");
      }
      if (isActive) {
        ConstantExpression.skip(body);
      }
      if ((kind & (NOT_ACTIVE | HAS_TABLE)) != 0) {
        body.skip("element kind", 1);
      }
      skipFunctions(body, (kind & HAS_EXPRESSIONS) != 0);
    }
  }

  static void skipData(ByteCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int kind = kind(body, DATA_KINDS);
      if (kind == HAS_MEMORY) {
        body.u32("memory index");
      }
      if (kind != PASSIVE) {
        ConstantExpression.skip(body);
      }
      body.skip("data segment", body.u32("data segment"));
    }
  }

  private static void skipFunctions(ByteCursor body, boolean asExpressions)
      throws MalformedModuleException {
    for (int left = body.count("functions"); left > 0; left--) {
      if (asExpressions) {
        ConstantExpression.skip(body);
      } else {
        body.u32("function index");
      }
    }
  }

  private static int kind(ByteCursor body, int kinds) throws MalformedModuleException {
    int start = body.offset();
    long kind = body.u32("segment kind");
    if (kind >= kinds) {
      throw body.error("segment kind " + kind + body.atOffset(start));
    }
    return (int) kind;
  }
}

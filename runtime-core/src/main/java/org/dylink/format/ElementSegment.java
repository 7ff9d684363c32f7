package org.dylink.format;

import java.util.List;

/**
 * An element segment (WebAssembly Core, Binary Format, Element Section). That its type, table and
 * functions exist is for engines to check.
 *
 * @param start where it begins in the file
 * @param mode when it is used
 * @param table the table of an active one, an unsigned 32-bit number; else 0
 * @param offset where an active one goes; else null
 * @param type what its items are: references
 * @param itemsAt where its items begin in the file, behind their count
 * @param size how many items
 * @param expressions its items where they are expressions; null where they are the indexes of
 *     functions, unsigned LEB128
 */
public record ElementSegment(
    int start,
    Mode mode,
    long table,
    ConstantExpression offset,
    ValueType type,
    int itemsAt,
    int size,
    List<ConstantExpression> expressions) {
  /** When a segment is used. */
  public enum Mode {
    /** Copied when the instance starts. */
    ACTIVE,
    /** Copied by {@code table.init}. */
    PASSIVE,
    /** Never: it declares of which functions there are references. */
    DECLARED
  }

  /** A segment of its own copy of the items. */
  public ElementSegment {
    expressions = expressions == null ? null : List.copyOf(expressions);
  }
}

package org.dylink.spectest.text;

import org.dylink.spectest.text.Instructions.Row;
import org.dylink.testing.Bytes;

/**
 * What follows the code of an instruction that accesses memory.
 *
 * @param lane of a vector; null of instructions that access no single one
 */
record MemoryAccess(int memory, long offset, long align, Expression lane) {
  private static final int OTHER_MEMORY = 0x40;

  static MemoryAccess take(Row row, Names memories, Tokens from) {
    Expression memory = from.nextIsReference() ? from.next() : null;
    return take(row, memories, memory, from);
  }

  private static MemoryAccess take(Row row, Names memories, Expression memory, Tokens from) {
    int number = memory == null ? 0 : memories.of(memory);
    long offset = option("offset=", from, 0);
    long align = option("align=", from, Widths.of(row.name()));
    return new MemoryAccess(number, offset, align, null);
  }

  /** The same with a lane: the only number is the lane, the first of two the memory. */
  static MemoryAccess takeWithLane(Row row, Names memories, Tokens from) {
    Expression first = from.nextIsReference() ? from.next() : null;
    boolean isLane = first != null && !from.nextIsReference() && !nextIsOption(from);
    MemoryAccess access = take(row, memories, isLane ? null : first, from);
    Expression lane = isLane ? first : from.next();
    return new MemoryAccess(access.memory, access.offset, access.align, lane);
  }

  private static boolean nextIsOption(Tokens from) {
    return nextIsOption("offset=", from) || nextIsOption("align=", from);
  }

  private static boolean nextIsOption(String name, Tokens from) {
    return !from.isEmpty() && from.peek().isWord() && from.peek().text().startsWith(name);
  }

  private static long option(String name, Tokens from, long otherwise) {
    if (!nextIsOption(name, from)) {
      return otherwise;
    }
    Expression option = from.next();
    String number = option.text().substring(name.length());
    return Literal.unsigned(new Expression(option.line(), number, false, null));
  }

  void write(Bytes to) {
    int alignment = Long.numberOfTrailingZeros(align);
    to.u32(memory == 0 ? alignment : alignment | OTHER_MEMORY);
    if (memory != 0) {
      to.u32(memory);
    }
    to.u32(offset);
    if (lane != null) {
      to.u8(Literal.lane(lane));
    }
  }
}

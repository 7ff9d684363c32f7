package org.dylink.engine.jvm.run.call;

import java.math.BigInteger;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** {@link TableInstructions} on tables with indexes of 64 bits, and between them and others. */
public final class WideTableInstructions {
  private WideTableInstructions() {}

  public static Object tableGet(long index, int table, InstanceState state) {
    return TableInstructions.tableGet(checked(index, state.tables[table]), table, state);
  }

  public static void tableSet(long index, Object value, int table, InstanceState state) {
    TableInstructions.tableSet(checked(index, state.tables[table]), value, table, state);
  }

  public static long tableSize(int table, InstanceState state) {
    return state.tables[table].size();
  }

  public static long tableGrow(Object value, long more, int table, InstanceState state) {
    boolean isInt = more >= 0 && more <= Integer.MAX_VALUE;
    return isInt ? TableInstructions.tableGrow(value, (int) more, table, state) : -1;
  }

  public static void tableFill(long from, Object value, long size, int table, InstanceState state) {
    checkRange(from, size, state.tables[table].size());
    TableInstructions.tableFill((int) from, value, (int) size, table, state);
  }

  public static void tableCopy(
      long target, int source, int size, int table, int sourceTable, InstanceState state) {
    copy(
        target,
        Integer.toUnsignedLong(source),
        Integer.toUnsignedLong(size),
        table,
        sourceTable,
        state);
  }

  public static void tableCopy(
      int target, long source, int size, int table, int sourceTable, InstanceState state) {
    copy(
        Integer.toUnsignedLong(target),
        source,
        Integer.toUnsignedLong(size),
        table,
        sourceTable,
        state);
  }

  public static void tableCopy(
      long target, long source, long size, int table, int sourceTable, InstanceState state) {
    copy(target, source, size, table, sourceTable, state);
  }

  private static void copy(
      long target, long source, long size, int table, int sourceTable, InstanceState state) {
    checkRange(source, size, state.tables[sourceTable].size());
    checkRange(target, size, state.tables[table].size());
    TableInstructions.tableCopy((int) target, (int) source, (int) size, table, sourceTable, state);
  }

  public static void tableInit(
      long target, int source, int size, int segment, int table, InstanceState state) {
    checkRange(target, Integer.toUnsignedLong(size), state.tables[table].size());
    TableInstructions.tableInit((int) target, source, size, segment, table, state);
  }

  /** The element that an indirect call goes to; its type is the caller's to check. */
  public static Object callee(long index, int table, InstanceState state) {
    return TableInstructions.callee(checked(index, state.tables[table]), table, state);
  }

  private static int checked(long index, JvmTable table) {
    if (index < 0 || index >= table.size()) {
      throw JvmTable.outOfBounds(index, table.size());
    }
    return (int) index;
  }

  private static BigInteger unsigned(long number) {
    return new BigInteger(Long.toUnsignedString(number));
  }

  private static void checkRange(long from, long size, int length) {
    if (from < 0 || size < 0 || from > length - size) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: elements up to "
              + unsigned(from).add(unsigned(size))
              + ", there are "
              + length);
    }
  }
}

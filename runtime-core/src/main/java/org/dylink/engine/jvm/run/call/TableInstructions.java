package org.dylink.engine.jvm.run.call;

import java.util.Arrays;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/**
 * Instructions on references and tables, and indirect calls (WebAssembly Core, Execution, Table
 * Instructions).
 */
public final class TableInstructions {
  private static final Object[] DROPPED = {};

  private TableInstructions() {}

  /** The function with an index: {@code ref.func}. */
  public static JvmFunction refFunc(int index, InstanceState state) {
    if (!state.hasFunction(index)) {
      HostBorder.prepare();
    }
    return state.function(index);
  }

  public static Object tableGet(int index, int table, InstanceState state) {
    return state.tables[table].reference(index);
  }

  public static void tableSet(int index, Object value, int table, InstanceState state) {
    state.tables[table].setReference(index, value);
  }

  public static int tableSize(int table, InstanceState state) {
    return state.tables[table].size();
  }

  public static int tableGrow(Object value, int more, int table, InstanceState state) {
    // Room that is made in part is worse than none.
    HostBorder.prepare();
    JvmTable grown = state.tables[table];
    int before = grown.grow(more);
    if (before >= 0) {
      Arrays.fill(grown.elements, before, grown.elements.length, grown.elementOf(value));
    }
    return before;
  }

  public static void tableFill(int from, Object value, int size, int table, InstanceState state) {
    JvmTable filled = state.tables[table];
    checkRange(from, size, filled.elements.length);
    filled.forgetPlaces();
    Arrays.fill(filled.elements, from, from + size, filled.elementOf(value));
  }

  public static void tableCopy(
      int target, int source, int size, int table, int sourceTable, InstanceState state) {
    JvmTable to = state.tables[table];
    JvmTable from = state.tables[sourceTable];
    checkRange(source, size, from.elements.length);
    checkRange(target, size, to.elements.length);
    if (to == from) {
      to.forgetPlaces();
      System.arraycopy(from.elements, source, to.elements, target, size);
      return;
    }
    for (int i = 0; i < size; i++) {
      to.setReference(target + i, from.reference(source + i));
    }
  }

  public static void tableInit(
      int target, int source, int size, int segment, int table, InstanceState state) {
    Object[] elements = state.elements[segment];
    JvmTable to = state.tables[table];
    checkRange(source, size, elements.length);
    checkRange(target, size, to.elements.length);
    for (int i = 0; i < size; i++) {
      to.setReference(target + i, elements[source + i]);
    }
  }

  public static void elemDrop(int segment, InstanceState state) {
    state.elements[segment] = DROPPED;
  }

  /** Checks a range of a table or an element segment. */
  public static void checkRange(int from, int size, int length) {
    if (from < 0 || size < 0 || (long) from + size > length) {
      long end = (from & 0xffff_ffffL) + (size & 0xffff_ffffL);
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_TABLE,
          "out of bounds table access: elements up to " + end + ", there are " + length);
    }
  }

  /** The element that an indirect call goes to; its type is the caller's to check. */
  public static Object callee(int index, int table, InstanceState state) {
    Object[] elements = state.tables[table].elements;
    if (index < 0 || index >= elements.length) {
      throw JvmTable.outOfBounds(index, elements.length);
    }
    Object element = elements[index];
    if (element == null) {
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, "uninitialized element " + index);
    }
    return element;
  }

  /** For an indirect call whose callee has another type. */
  public static RuntimeException typeMismatch(Object callee, String expected) {
    return new TrapException(
        TrapKind.INDIRECT_CALL_TYPE_MISMATCH,
        "indirect call type mismatch: expected "
            + expected
            + ", found "
            + ((EntryPoint) callee).function.type());
  }
}

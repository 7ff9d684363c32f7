package org.dylink.linker.link.host;

import org.dylink.engine.Function;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;

/** What a function pointer of a guest means, with the traps that {@code call_indirect} has. */
public final class TableLookup {
  private TableLookup() {}

  public static Function function(Table table, int address) {
    String pointer = "function pointer " + Integer.toUnsignedString(address);
    if (address < 0 || address >= table.size()) {
      String detail = pointer + ": the table has " + table.size() + " slots";
      throw new TrapException(TrapKind.OUT_OF_BOUNDS_TABLE, detail);
    }
    Function function = table.get(address);
    if (function == null) {
      throw new TrapException(TrapKind.UNINITIALIZED_ELEMENT, pointer + ": the slot is empty");
    }
    return function;
  }
}

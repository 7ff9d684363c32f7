package org.dylink.linker.link;

import java.util.IdentityHashMap;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.TableRegion;

/** A program's memory, function table and stack pointer, and which function has which address. */
final class AddressSpace {
  private final Memory memory;
  private final Table table;
  private final Global stackPointer;
  private final DataRegion stack;
  private final long heapBase;

  // One slot per function, however many libraries take its address: C compares function pointers,
  // and in wasm a function pointer is its table index.
  private final IdentityHashMap<Function, Integer> addresses = new IdentityHashMap<>();

  /**
   * @param table null for a plain program that exports none
   * @param stackPointer null for a plain program that exports none
   */
  AddressSpace(Memory memory, Table table, Global stackPointer, DataRegion stack, long heapBase) {
    this.memory = memory;
    this.table = table;
    this.stackPointer = stackPointer;
    this.stack = stack;
    this.heapBase = heapBase;
  }

  Memory memory() {
    return memory;
  }

  Table table() {
    return table;
  }

  Global stackPointer() {
    return stackPointer;
  }

  DataRegion stack() {
    return stack;
  }

  long heapBase() {
    return heapBase;
  }

  int tableSize() {
    return table == null ? 0 : table.size();
  }

  /**
   * Notes the addresses of the functions in a region. Where several regions hold one function, the
   * first noted address is the function's. An imported function in a region, as non-PIC code has
   * it, is replaced by what it is bound to.
   */
  void noteAddresses(TableRegion region) {
    for (int slot = (int) region.first(); slot < region.end(); slot++) {
      Function function = table.get(slot);
      if (function instanceof FunctionSlot imported && imported.current() != null) {
        function = imported.current();
        table.set(slot, function);
      }
      if (function != null) {
        addresses.putIfAbsent(function, slot);
      }
    }
  }

  /**
   * The address of a function; it gets a slot now if it has none.
   *
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  int addressOf(Function function) throws LinkException {
    Integer known = addresses.get(function);
    if (known != null) {
      return known;
    }
    int slot = table.grow(1);
    if (slot < 0) {
      throw LinkException.of(
          Reason.NO_SPACE,
          function.name(),
          "no slot for its address: function table is full at " + table.size() + " slots",
          null);
    }
    table.set(slot, function);
    addresses.put(function, slot);
    return slot;
  }
}

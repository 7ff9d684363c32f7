package org.dylink.engine.jvm.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.engine.jvm.code.Block;
import org.dylink.engine.jvm.run.call.BranchTables;
import org.dylink.format.ValueType;

/**
 * The entries of a {@code br_table}. A switch of the JVM has four bytes for each, and a method
 * 65,535 for everything: a long table becomes strings, which give the number of each entry's
 * target, and a switch over the targets.
 *
 * @param targets what the switch leads to; the last is for all other numbers
 * @param numbers of which target each entry is; null where each has the number of its place
 */
record BranchTable(List<Block> targets, String numbers) {
  private static final int MOST_ENTRIES = 1_000;

  /** A constant of a class has 65,535 bytes, and a character up to three. */
  private static final int PIECE = 20_000;

  private static final RunMethod NUMBER =
      RunMethod.of(BranchTables.class, "number", int.class, int.class, String.class, int.class);

  /**
   * @param entries the last is for what is none
   */
  static BranchTable of(Block[] entries) {
    return entries.length > MOST_ENTRIES
        ? numbered(entries)
        : new BranchTable(List.of(entries), null);
  }

  private static BranchTable numbered(Block[] entries) {
    Map<Block, Character> known = new LinkedHashMap<>();
    StringBuilder numbers = new StringBuilder(entries.length);
    Block otherwise = entries[entries.length - 1];
    for (Block entry : entries) {
      numbers.append((char) known.computeIfAbsent(entry, each -> (char) known.size()));
    }
    List<Block> targets = new ArrayList<>(known.keySet());
    // For all that is left, also for the number that it has among the others.
    targets.add(otherwise);
    return new BranchTable(targets, numbers.substring(0, entries.length - 1));
  }

  /** How many instructions its switch is as large as. */
  static int branches(Block[] entries) {
    return entries.length > MOST_ENTRIES
        ? new HashSet<>(Arrays.asList(entries)).size() + 1
        : entries.length;
  }

  /** Makes the number of a target of the index on the stack. */
  void emitNumber(MethodUnit unit) {
    if (numbers == null) {
      return;
    }
    int index = unit.slots().scratch(1);
    unit.store(ValueType.I32, index);
    unit.pushInt(targets.size() - 1);
    for (int from = 0; from < numbers.length(); from += PIECE) {
      unit.load(ValueType.I32, index);
      unit.code().visitLdcInsn(numbers.substring(from, Math.min(from + PIECE, numbers.length())));
      unit.pushInt(from);
      unit.call(NUMBER);
    }
  }
}

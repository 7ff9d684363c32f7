package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;

/** Compares the thread-local data of two libraries: what each thread has of it stays as it is. */
final class ThreadDataComparison {
  private final Library old;
  private final Library next;
  private final InitialImage before;
  private final InitialImage after;
  private final List<SymbolChange> changes = new ArrayList<>();

  ThreadDataComparison(Candidate candidate, InitialImage before, InitialImage after) {
    this.old = candidate.place().library();
    this.next = candidate.own().library();
    this.before = before;
    this.after = after;
  }

  List<SymbolChange> changes() {
    compare(AbiNames.TLS_SIZE, "bytes");
    compare(AbiNames.TLS_ALIGN, "bytes of alignment");
    for (Symbol symbol : old.symbols()) {
      if (symbol.flags().isThreadLocal()) {
        compare(symbol.name());
      }
    }
    return changes;
  }

  private void compare(String number, String unit) {
    long expected = before.number(number);
    long found = after.number(number);
    if (expected != found) {
      refuse("thread-local data", expected + " " + unit + ", " + next.version() + " has " + found);
    }
  }

  private void compare(String name) {
    boolean isThere =
        next.symbols().stream()
            .anyMatch(symbol -> symbol.name().equals(name) && symbol.flags().isThreadLocal());
    if (!isThere) {
      refuse(name, "thread-local, not in " + next.version());
    } else if (before.number(name) != after.number(name)) {
      String detail =
          String.format(
              "thread-local at offset 0x%x, in %s at 0x%x",
              before.number(name), next.version(), after.number(name));
      refuse(name, detail);
    }
  }

  private void refuse(String symbol, String detail) {
    changes.add(new SymbolChange(Effect.REFUSED, symbol, detail));
  }
}

package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/** Compares the data symbols of two libraries. */
final class DataComparison {
  private final Candidate candidate;
  private final DataSymbols old;
  private final DataSymbols next;
  private final Written written;
  private final Layout layout;
  private final boolean hasHooks;
  private final List<SymbolChange> changes = new ArrayList<>();

  DataComparison(
      Candidate candidate, DataSymbols old, DataSymbols next, Written written, Layout layout) {
    this.candidate = candidate;
    this.old = old;
    this.next = next;
    this.written = written;
    this.layout = layout;
    this.hasHooks = Hooks.areIn(candidate);
  }

  List<SymbolChange> changes(UsedSymbols used) {
    Library after = candidate.own().library();
    for (DataSymbol symbol : old.byName().values()) {
      DataSymbol other = next.byName().get(symbol.name());
      Optional<Place> user = used.user(symbol.name());
      if (other != null) {
        compare(symbol, other);
      } else if (user.isPresent()) {
        String detail = after.version() + " has none; " + user.get() + " uses it";
        add(Effect.REFUSED, symbol, detail);
      } else {
        add(Effect.GONE, symbol, symbol.size() + " bytes, " + after.version() + " has none");
      }
    }
    for (DataSymbol symbol : next.byName().values()) {
      if (!old.byName().containsKey(symbol.name())) {
        add(Effect.ADDED, symbol, "");
      }
    }
    return changes;
  }

  private void compare(DataSymbol symbol, DataSymbol other) {
    if (layout == Layout.SAME) {
      add(Effect.STAYS, symbol, String.format("at 0x%08x", address(symbol)));
    } else if (symbol.carriedTo(other, hasHooks) > 0) {
      add(Effect.CARRIED, symbol, symbol.carriedTo(other, hasHooks) + " bytes");
    } else if (!written.has(symbol)) {
      add(Effect.ADDED, symbol, "in place of one of " + symbol.size() + " bytes, never written");
    } else {
      add(hasHooks ? Effect.ADDED : Effect.REFUSED, symbol, sizes(symbol, other));
    }
  }

  private String sizes(DataSymbol symbol, DataSymbol other) {
    String version = candidate.own().library().version();
    String sizes = symbol.size() + " bytes, " + version + " has " + other.size();
    if (hasHooks) {
      return sizes + ": left to " + AbiNames.RESTORE;
    }
    boolean isTold = symbol.isTold() && other.isTold();
    return isTold ? sizes : sizes + ", as far as they tell (DYLINK_STATE)";
  }

  private long address(DataSymbol symbol) {
    return candidate.place().data().address() + symbol.offset();
  }

  private void add(Effect effect, DataSymbol symbol, String detail) {
    changes.add(new SymbolChange(effect, symbol.name(), detail));
  }
}

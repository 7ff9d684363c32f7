package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;

/** Compares the functions and tags that two libraries export. */
final class ExportComparison {
  private final Library before;
  private final Library after;
  private final UsedSymbols used;
  private final List<SymbolChange> changes = new ArrayList<>();

  ExportComparison(Candidate candidate, UsedSymbols used) {
    this.before = candidate.place().library();
    this.after = candidate.own().library();
    this.used = used;
  }

  List<SymbolChange> changes() {
    before.symbols().stream().filter(ExportComparison::isNoData).forEach(this::compare);
    after.symbols().stream()
        .filter(ExportComparison::isNoData)
        .filter(symbol -> find(before, symbol).isEmpty())
        .forEach(symbol -> add(Effect.ADDED, symbol, ""));
    return changes;
  }

  private static boolean isNoData(Symbol symbol) {
    return symbol.kind() != Symbol.Kind.DATA;
  }

  private static Optional<Symbol> find(Library library, Symbol symbol) {
    return library.symbols().stream()
        .filter(each -> each.name().equals(symbol.name()) && isNoData(each))
        .findFirst();
  }

  private void compare(Symbol old) {
    Optional<Place> user = used.user(old.name());
    if (old.kind() == Symbol.Kind.TAG) {
      user.ifPresent(each -> add(Effect.REFUSED, old, "a tag, which " + each + " throws with"));
      return;
    }
    Optional<Symbol> next = find(after, old);
    Optional<String> lost = lost(old, next, user);
    if (lost.isEmpty()) {
      add(Effect.REPLACED, old, "");
    } else if (user.isPresent()) {
      add(Effect.REFUSED, old, lost.get() + "; " + user.get() + " uses it");
    } else {
      add(Effect.GONE, old, lost.get());
    }
  }

  private Optional<String> lost(Symbol old, Optional<Symbol> next, Optional<Place> user) {
    if (next.isEmpty()) {
      return Optional.of(after.version() + " has none");
    } else if (!next.get().type().equals(old.type())) {
      return Optional.of("expected " + old.type() + ", found " + next.get().type());
    }
    boolean isHidden = user.isPresent() && next.get().flags().isHidden();
    return isHidden ? Optional.of("hidden in " + after.version()) : Optional.empty();
  }

  private void add(Effect effect, Symbol symbol, String detail) {
    changes.add(new SymbolChange(effect, symbol.name(), detail));
  }
}

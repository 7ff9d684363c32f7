package org.dylink.linker.link.bind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Engine;
import org.dylink.engine.Global;
import org.dylink.format.AddressType;
import org.dylink.format.GlobalType;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.thread.GuestThread;

/**
 * The addresses that libraries import as {@code GOT.mem.x} and {@code GOT.func.x}: one mutable
 * global per definition and program, made when the first library imports it, filled before any
 * start function of a link runs, and once more behind them.
 */
final class GlobalOffsetTable {
  /**
   * Whose address it is. Compared where symbols have one hash code, or each would be looked for
   * among all of them.
   *
   * @param user whose import it is, where the symbol is not the same to everybody; else null
   */
  private record Key(String symbol, Symbol.Kind kind, Bound bound, Place user)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return symbol.compareTo(other.symbol);
    }

    boolean isOf(Set<Place> places) {
      return (bound instanceof Definition found && places.contains(found.place()))
          || (user != null && places.contains(user));
    }
  }

  private final Engine engine;
  private CallerFunctions callers = new CallerFunctions(List.of());
  // Read by other threads, for lists of bindings, while a dlopen adds entries.
  private final Map<Key, Global> entries = new ConcurrentHashMap<>();
  private final Set<Key> unfilled = new LinkedHashSet<>();

  GlobalOffsetTable(Engine engine) {
    this.engine = engine;
  }

  void setCallers(CallerFunctions callerFunctions) {
    callers = callerFunctions;
  }

  /** The entry that an import gets, for addresses of its user's. */
  Global entry(String symbol, Symbol.Kind kind, Bound bound, Place user) {
    AddressType addresses = user.module().addressType().orElse(AddressType.I32);
    return entries.computeIfAbsent(
        key(symbol, kind, bound, user), key -> newEntry(key, Pointers.variable(addresses)));
  }

  /** Fills the entries that are new since {@link #settle}. */
  void fill(Addresses addresses) throws LinkException {
    for (Key key : unfilled) {
      int address = addresses.of(key.symbol(), key.bound(), key.user());
      Pointers.set(entries.get(key), Integer.toUnsignedLong(address));
    }
  }

  /** Notes that what was filled stays as it is. */
  void settle() {
    unfilled.clear();
  }

  boolean hasUnfilled() {
    return !unfilled.isEmpty();
  }

  /** Forgets the entries that are new since {@link #settle}. */
  void forgetUnfilled() {
    entries.keySet().removeAll(unfilled);
    unfilled.clear();
  }

  /** Writes the addresses of a library's data anew, but for what each thread has of its own. */
  void move(Place place, GuestThread thread) {
    entries.forEach(
        (key, entry) -> {
          if (key.kind() == Symbol.Kind.DATA
              && key.bound() instanceof Definition found
              && found.place() == place
              && !found.isThreadLocal()) {
            Pointers.set(entry, Integer.toUnsignedLong(found.address(thread)));
          }
        });
  }

  /** The address that a symbol's users have; empty if nobody has asked, or nobody defines it. */
  OptionalInt address(String symbol, Symbol.Kind kind, Bound bound, Place user) {
    Global entry = entries.get(key(symbol, kind, bound, user));
    int address = entry == null ? 0 : (int) Pointers.get(entry);
    return address == 0 ? OptionalInt.empty() : OptionalInt.of(address);
  }

  void forget(Set<Place> gone) {
    entries.keySet().removeIf(key -> key.isOf(gone));
    unfilled.removeIf(key -> key.isOf(gone));
  }

  private Global newEntry(Key key, GlobalType type) {
    unfilled.add(key);
    return engine.newGlobal(type, Pointers.value(type.value(), 0));
  }

  private Key key(String symbol, Symbol.Kind kind, Bound bound, Place user) {
    boolean isEverybodys =
        bound instanceof Bound.Host
            || (bound instanceof Definition found
                && (kind == Symbol.Kind.FUNCTION
                    ? callers.of(user, found).isEmpty()
                    : !found.isThreadLocal()));
    return new Key(symbol, kind, bound, isEverybodys ? null : user);
  }
}

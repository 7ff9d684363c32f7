package org.dylink.linker.link.bind;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Engine;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.link.host.HostModules;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.ImportProblems;
import org.dylink.linker.link.resolve.Resolution;

/**
 * The functions that libraries import and that are bound late: one slot for each definition, in all
 * libraries and threads. A thread may ask for one while another opens a library.
 */
final class FunctionSlots {
  /**
   * What a symbol is bound to, or the import that is not. Compared where symbols have one hash
   * code, or each would be looked for among all of them.
   */
  private record Key(String symbol, Record what) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return symbol.compareTo(other.symbol);
    }
  }

  /** The function that a library's calls of a definition come to. */
  @FunctionalInterface
  interface Called {
    Function of(Place user, Definition definition);
  }

  private final Engine engine;
  private final HostModules hosts;
  // By definitions, and functions of the host's.
  private final Map<Key, FunctionSlot> slots = new ConcurrentHashMap<>();
  // By who imports what nobody defined when he was linked, and by the import.
  private final Map<Place, Map<Key, FunctionSlot>> open = new ConcurrentHashMap<>();

  FunctionSlots(Engine engine, HostModules hosts) {
    this.engine = engine;
    this.hosts = hosts;
  }

  /** The slot that an import gets. */
  FunctionSlot of(Place user, Import entry, Bound bound) {
    Map<Key, FunctionSlot> known = slots;
    Key key = new Key(entry.name(), entry);
    if (bound instanceof Definition found) {
      key = new Key(found.export().name(), found);
    } else if (bound instanceof Bound.Host host) {
      key = new Key(entry.name(), host);
    } else {
      known = open.computeIfAbsent(user, one -> new ConcurrentHashMap<>());
    }
    return known.computeIfAbsent(key, one -> newSlot(entry));
  }

  private FunctionSlot newSlot(Import entry) {
    return engine.newSlot(entry.name(), (FunctionType) entry.type());
  }

  /** Binds the slot of an import, if it is not bound yet, or if nobody had defined it. */
  void bindNew(FunctionSlot slot, Place user, Import entry, Bound bound, Called called) {
    if (bound instanceof Bound.Undefined undefined) {
      bindUndefined(slot, user, entry, undefined, called);
    } else {
      bindNew(slot, () -> bind(new Key(entry.name(), (Record) bound), slot));
    }
  }

  private void bindUndefined(
      FunctionSlot slot, Place user, Import entry, Bound.Undefined bound, Called called) {
    Definition later = bound.later();
    slot.bind(later == null ? trap(user, entry) : called.of(user, later));
  }

  /** Binds those that are not bound yet; what nobody defines traps when it is called. */
  void bindNew() {
    slots.forEach((key, slot) -> bindNew(slot, () -> bind(key, slot)));
    open.forEach(
        (user, own) ->
            own.forEach(
                (key, slot) -> bindNew(slot, () -> slot.bind(trap(user, (Import) key.what())))));
  }

  private static void bindNew(FunctionSlot slot, Runnable bind) {
    if (!slot.isBound()) {
      bind.run();
    }
  }

  private void bind(Key key, FunctionSlot slot) {
    if (key.what() instanceof Definition definition) {
      slot.bindLater(definition);
    } else {
      slot.bind(hosts.function(key.symbol(), ((Bound.Host) key.what()).function()));
    }
  }

  /** Binds anew what nobody defined when its user was linked. */
  void bindUndefined(Resolution resolution, Called called) {
    open.forEach(
        (user, own) ->
            resolution.forEach(
                user,
                (entry, bound) -> {
                  FunctionSlot slot = own.get(new Key(entry.name(), entry));
                  if (slot != null) {
                    bindUndefined(slot, user, entry, (Bound.Undefined) bound, called);
                  }
                }));
  }

  /** Forgets those of libraries, or to them, that are no longer there. */
  void forget(Set<Place> gone) {
    slots
        .keySet()
        .removeIf(key -> key.what() instanceof Definition of && gone.contains(of.place()));
    gone.forEach(open::remove);
  }

  private Function trap(Place user, Import entry) {
    String symbol = entry.name();
    String message = ImportProblems.undefined(user, symbol, "function");
    FunctionType type = (FunctionType) entry.type();
    return TrapFunction.create(engine, symbol, type, TrapKind.UNDEFINED_FUNCTION, message);
  }
}

package org.dylink.linker.link.bind;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
 * libraries and threads.
 */
final class FunctionSlots {
  /** An import of a function that nobody defined when its user was linked. */
  private record Open(Place user, Import entry) {}

  /** A function of the host's under the name that C knows it by. */
  private record Named(String symbol, Bound.Host host) {}

  /** The function that a library's calls of a definition come to. */
  @FunctionalInterface
  interface Called {
    Function of(Place user, Definition definition);
  }

  private final Engine engine;
  private final HostModules hosts;
  // By Definition, Named or Open.
  private final Map<Record, FunctionSlot> slots = new HashMap<>();

  FunctionSlots(Engine engine, HostModules hosts) {
    this.engine = engine;
    this.hosts = hosts;
  }

  /** The slot that an import gets. */
  FunctionSlot of(Place user, Import entry, Bound bound) {
    Record key = new Open(user, entry);
    if (bound instanceof Definition found) {
      key = found;
    } else if (bound instanceof Bound.Host host) {
      key = new Named(entry.name(), host);
    }
    return slots.computeIfAbsent(
        key, k -> engine.newSlot(entry.name(), (FunctionType) entry.type()));
  }

  /** Binds those that are not bound yet; what nobody defines traps when it is called. */
  void bindNew() {
    slots.forEach(
        (key, slot) -> {
          if (!slot.isBound()) {
            bind(key, slot);
          }
        });
  }

  private void bind(Record key, FunctionSlot slot) {
    if (key instanceof Definition definition) {
      slot.bindLater(definition);
    } else if (key instanceof Named named) {
      slot.bind(hosts.function(named.symbol(), named.host().function()));
    } else {
      slot.bind(trap((Open) key));
    }
  }

  /** Binds anew what nobody defined when its user was linked. */
  void bindUndefined(Resolution resolution, Called called) {
    slots.forEach(
        (key, slot) -> {
          if (key instanceof Open open) {
            Bound bound = resolution.of(open.user(), open.entry());
            Definition later = ((Bound.Undefined) bound).later();
            slot.bind(later == null ? trap(open) : called.of(open.user(), later));
          }
        });
  }

  /** Forgets those of libraries, or to them, that are no longer there. */
  void forget(Set<Place> gone) {
    slots.keySet().removeIf(key -> gone.contains(owner(key)));
  }

  private Function trap(Open key) {
    String symbol = key.entry().name();
    String message = ImportProblems.undefined(key.user(), symbol, "function");
    FunctionType type = (FunctionType) key.entry().type();
    return TrapFunction.create(engine, symbol, type, TrapKind.UNDEFINED_FUNCTION, message);
  }

  private static Place owner(Record key) {
    if (key instanceof Definition definition) {
      return definition.place();
    }
    return key instanceof Open open ? open.user() : null;
  }
}

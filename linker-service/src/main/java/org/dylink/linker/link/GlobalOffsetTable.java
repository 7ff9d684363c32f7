package org.dylink.linker.link;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.dylink.engine.Engine;
import org.dylink.engine.Global;
import org.dylink.engine.host.HostFunction;
import org.dylink.format.GlobalType;
import org.dylink.format.ValueType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;

/**
 * The addresses that libraries import as {@code GOT.mem.x} and {@code GOT.func.x}: one mutable
 * global per definition and program, made when the first library imports it, filled before any
 * start function of a link runs, and once more behind them.
 */
final class GlobalOffsetTable {
  private static final GlobalType ENTRY = new GlobalType(ValueType.I32, true);

  /** A definition, or, where there is none, the importer that goes without. */
  private record Key(String symbol, Symbol.Kind kind, Object target) {}

  private final Engine engine;
  // Read by other threads, for lists of bindings, while a dlopen adds entries.
  private final Map<Key, Global> entries = new ConcurrentHashMap<>();
  private final Set<Key> unfilled = new LinkedHashSet<>();

  GlobalOffsetTable(Engine engine) {
    this.engine = engine;
  }

  Global data(String symbol, LoadedModule importer) {
    return entry(symbol, Symbol.Kind.DATA, importer);
  }

  Global function(String symbol, LoadedModule importer) {
    return entry(symbol, Symbol.Kind.FUNCTION, importer);
  }

  /** Fills the entries that are new since {@link #settle}. */
  void fill(AddressSpace space, Heaps heaps, HostModules hosts) throws LinkException {
    for (Key key : unfilled) {
      entries.get(key).set(address(key, space, heaps, hosts));
    }
  }

  /** Notes that what was filled stays as it is. */
  void settle() {
    unfilled.clear();
  }

  /** The address that a symbol's users have; empty if nobody has asked, or nobody defines it. */
  OptionalInt address(String symbol, Symbol.Kind kind, Object target) {
    Global entry = entries.get(new Key(symbol, kind, target));
    int address = entry == null ? 0 : (int) entry.get();
    return address == 0 ? OptionalInt.empty() : OptionalInt.of(address);
  }

  void forget(Set<LoadedModule> gone) {
    entries.keySet().removeIf(key -> gone.contains(owner(key)));
    unfilled.removeIf(key -> gone.contains(owner(key)));
  }

  private Global entry(String symbol, Symbol.Kind kind, LoadedModule importer) {
    Optional<Definition> found =
        kind == Symbol.Kind.DATA && AbiNames.isLinkerAddress(symbol)
            ? Optional.empty()
            : importer.scope().find(symbol, kind, importer);
    Key key = new Key(symbol, kind, found.isPresent() ? found.get() : importer);
    found.ifPresent(importer.bound()::add);
    return entries.computeIfAbsent(key, this::newEntry);
  }

  private Global newEntry(Key key) {
    unfilled.add(key);
    return engine.newGlobal(ENTRY, 0);
  }

  private static int address(Key key, AddressSpace space, Heaps heaps, HostModules hosts)
      throws LinkException {
    if (key.kind() == Symbol.Kind.DATA) {
      return dataAddress(key, space, heaps);
    } else if (key.target() instanceof Definition definition) {
      return space.addressOf(definition.function(), definition.module());
    }
    Optional<HostFunction> host = hosts.find(AbiNames.ENV, key.symbol());
    host.ifPresent(found -> owner(key).bound().addHost(key.symbol()));
    return host.isPresent() ? space.addressOf(hosts.function(key.symbol(), host.get()), null) : 0;
  }

  private static int dataAddress(Key key, AddressSpace space, Heaps heaps) {
    return switch (key.symbol()) {
      case AbiNames.HEAP_BASE -> (int) heaps.seenBy(owner(key)).address();
      case AbiNames.HEAP_END -> (int) heaps.seenBy(owner(key)).end();
      case AbiNames.STACK_LOW -> (int) space.stack().address();
      case AbiNames.STACK_HIGH -> (int) space.stack().end();
      default -> key.target() instanceof Definition definition ? definition.address() : 0;
    };
  }

  private static LoadedModule owner(Key key) {
    return key.target() instanceof Definition definition
        ? definition.module()
        : (LoadedModule) key.target();
  }
}

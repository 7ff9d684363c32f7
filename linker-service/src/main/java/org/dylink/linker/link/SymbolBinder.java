package org.dylink.linker.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Tag;
import org.dylink.engine.TrapKind;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;

/**
 * Makes of what an import is bound to the thing that an instance gets. Functions of other libraries
 * are bound late, through one slot per definition, because the exporter may be instantiated after
 * the importer, and in a cycle must be.
 */
final class SymbolBinder {
  private static final GlobalType ADDRESS = new GlobalType(ValueType.I32, false);

  /** An import of a function that nobody defined when its user was linked. */
  private record Open(LoadedModule user, Import entry) {}

  /** A function of the host's under the name that C knows it by. */
  private record Named(String symbol, Bound.Host host) {}

  private final Engine engine;
  private final HostModules hosts;
  private final GlobalOffsetTable got;
  // By Definition, Named or Open.
  private final Map<Record, FunctionSlot> slots = new LinkedHashMap<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private AddressSpace space;
  private Addresses addresses;
  private CallerFunctions callers = new CallerFunctions(List.of());

  SymbolBinder(Engine engine, HostModules hosts) {
    this.engine = engine;
    this.hosts = hosts;
    this.got = new GlobalOffsetTable(engine);
  }

  /** The address that a symbol's users have; see {@link GlobalOffsetTable#address}. */
  OptionalInt address(String symbol, Symbol.Kind kind, Bound bound, LoadedModule user) {
    return got.address(symbol, kind, bound, user);
  }

  /** Until then only modules with a memory of their own can be instantiated. */
  void setSpace(AddressSpace addressSpace, LoadedModule main) {
    space = addressSpace;
    addresses = new Addresses(space, new Heaps(main, space), hosts, callers);
  }

  void setCallers(CallerFunctions callerFunctions) {
    callers = callerFunctions;
    got.setCallers(callerFunctions);
  }

  /**
   * The tag of a name that libraries throw with: the linker's, or that of the first that has one.
   */
  Optional<Tag> tag(String name, List<LoadedModule> modules) {
    Tag own = tags.get(name);
    return own != null
        ? Optional.of(own)
        : modules.stream().flatMap(module -> module.tag(name).stream()).findFirst();
  }

  /** The functions that each library has one of its own of. */
  CallerFunctions callers() {
    return callers;
  }

  /** What symbols are worth, once there is an address space. */
  Addresses addresses() {
    return addresses;
  }

  /** What a module's imports get, in their order. */
  List<Extern> bind(LoadedModule user, Resolution resolution) {
    return resolution.map(user, (entry, bound) -> bind(user, entry, bound)).toList();
  }

  /** Binds the slots that are not bound yet; those that nobody defines trap when called. */
  void bindSlots() {
    slots.forEach(
        (key, slot) -> {
          if (slot.isBound()) {
            return;
          }
          if (key instanceof Definition definition) {
            slot.bindLater(definition);
          } else if (key instanceof Named named) {
            slot.bind(Addresses.function(named.symbol(), named.host(), hosts));
          } else {
            slot.bind(trap((Open) key));
          }
        });
  }

  /** Binds anew what nobody defined when its user was linked. */
  void bindUndefined(Resolution resolution) {
    slots.forEach(
        (key, slot) -> {
          if (key instanceof Open open) {
            Bound bound = resolution.of(open.user(), open.entry());
            Definition later = ((Bound.Undefined) bound).later();
            slot.bind(later == null ? trap(open) : function(open.user(), later));
          }
        });
  }

  /**
   * Fills the new entries of the GOT, once all segments are copied and all slots bound.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  void fillOffsets() throws LinkException {
    got.fill(addresses);
  }

  /**
   * Fills them for good, once all start functions have run: only then is it known where
   * thread-local data lies.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  void settleOffsets() throws LinkException {
    fillOffsets();
    got.settle();
  }

  /** Forgets what was bound for libraries, or to them, that are no longer there. */
  void forget(Set<LoadedModule> gone) {
    slots.keySet().removeIf(key -> gone.contains(owner(key)));
    got.forget(gone);
    callers.forget(gone);
  }

  private Extern bind(LoadedModule user, Import entry, Bound bound) {
    return switch (entry.module()) {
      case AbiNames.GOT_MEM -> got.entry(entry.name(), Symbol.Kind.DATA, bound, user);
      case AbiNames.GOT_FUNC -> got.entry(entry.name(), Symbol.Kind.FUNCTION, bound, user);
      default -> extern(user, entry, bound);
    };
  }

  private Extern extern(LoadedModule user, Import entry, Bound bound) {
    if (bound instanceof Bound.Plain plain) {
      return export(plain.module(), plain.export().name());
    } else if (bound instanceof Bound.Own own) {
      return own(user, entry, own);
    } else if (entry.type() instanceof TagType) {
      return export(((Definition) bound).module(), entry.name());
    } else if (bound instanceof Bound.Host && !isOfC(user, entry)) {
      return Addresses.function(entry.name(), bound, hosts);
    }
    return function(user, entry, bound);
  }

  private Function function(LoadedModule user, Import entry, Bound bound) {
    Optional<Function> own =
        bound instanceof Definition found
            ? callers.of(user, found, (FunctionType) entry.type())
            : Optional.empty();
    return own.orElseGet(() -> slot(user, entry, bound));
  }

  private Function function(LoadedModule user, Definition later) {
    return callers.of(user, later).orElseGet(later::function);
  }

  private static boolean isOfC(LoadedModule user, Import entry) {
    return entry.module().equals(AbiNames.ENV) && !user.isPlain();
  }

  private Extern own(LoadedModule user, Import entry, Bound.Own own) {
    return switch (own) {
      case MEMORY -> space.memory();
      case TABLE -> space.table();
      case STACK_POINTER -> space.stackPointer();
      case MEMORY_BASE -> engine.newGlobal(ADDRESS, (int) user.data().address());
      case TABLE_BASE -> engine.newGlobal(ADDRESS, (int) user.slots().first());
      case TAG -> tags.computeIfAbsent(entry.name(), n -> engine.newTag((TagType) entry.type()));
      case ADDRESS -> throw new IllegalStateException("BUG: " + entry + " is in no GOT");
    };
  }

  private FunctionSlot slot(LoadedModule user, Import entry, Bound bound) {
    Record key = new Open(user, entry);
    if (bound instanceof Definition found) {
      key = found;
    } else if (bound instanceof Bound.Host host) {
      key = new Named(entry.name(), host);
    }
    return slots.computeIfAbsent(
        key, k -> engine.newSlot(entry.name(), (FunctionType) entry.type()));
  }

  private Function trap(Open key) {
    String symbol = key.entry().name();
    String message = ImportProblems.undefined(key.user(), symbol, "function");
    FunctionType type = (FunctionType) key.entry().type();
    return TrapFunction.create(engine, symbol, type, TrapKind.UNDEFINED_FUNCTION, message);
  }

  private static Extern export(LoadedModule module, String name) {
    return module
        .instance()
        .export(name)
        .orElseThrow(() -> new IllegalStateException("BUG: " + module + " has no " + name));
  }

  private static LoadedModule owner(Record key) {
    if (key instanceof Definition definition) {
      return definition.module();
    }
    return key instanceof Open open ? open.user() : null;
  }
}

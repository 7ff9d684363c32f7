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
import org.dylink.engine.host.HostFunction;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.ValueType;
import org.dylink.linker.AbiNames;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;

/**
 * Gives every import of every library what it is bound to. Functions of other libraries are bound
 * late, through one slot per definition, because the exporter may be instantiated after the
 * importer, and in a cycle must be.
 */
final class SymbolBinder {
  private static final Set<String> LINKER_GLOBALS =
      Set.of(AbiNames.STACK_POINTER, AbiNames.MEMORY_BASE, AbiNames.TABLE_BASE);
  private static final GlobalType ADDRESS = new GlobalType(ValueType.I32, false);

  /** What nobody defined when its importer was linked: the importer goes without. */
  private record Undefined(String symbol, FunctionType type, LoadedModule importer) {}

  private final Engine engine;
  private final HostModules hosts;
  private final PlainModules plain;
  private final GlobalOffsetTable got;
  // By Definition, or Undefined.
  private final Map<Record, FunctionSlot> slots = new LinkedHashMap<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private AddressSpace space;
  private Heaps heaps;
  private ImportHook hook = (importer, symbol, type, bound) -> bound.get();

  SymbolBinder(Engine engine, HostModules hosts, PlainModules plain) {
    this.engine = engine;
    this.hosts = hosts;
    this.plain = plain;
    this.got = new GlobalOffsetTable(engine);
  }

  static boolean isLinkerGlobal(String name) {
    return LINKER_GLOBALS.contains(name);
  }

  /** The address that a symbol's users have; see {@link GlobalOffsetTable#address}. */
  OptionalInt address(String symbol, Symbol.Kind kind, Object target) {
    return got.address(symbol, kind, target);
  }

  /** Until then only modules with a memory of their own can be instantiated. */
  void setSpace(AddressSpace addressSpace, LoadedModule main) {
    space = addressSpace;
    heaps = new Heaps(main, addressSpace);
  }

  void setHook(ImportHook importHook) {
    hook = importHook;
  }

  /** What a library's imports are bound to, in their order. */
  List<Extern> bind(LoadedModule module) {
    return module.module().imports().stream().map(entry -> bind(module, entry)).toList();
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
          } else {
            slot.bind(target((Undefined) key));
          }
        });
  }

  /**
   * Binds anew what nobody defined when its importer was linked: after a library has become global,
   * or has gone. Such a binding holds no library, because the importer can do without.
   */
  void bindUndefined() {
    slots.forEach(
        (key, slot) -> {
          if (key instanceof Undefined undefined) {
            slot.bind(target(undefined));
          }
        });
  }

  /**
   * Fills the new entries of the GOT, once all segments are copied and all slots bound.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  void fillOffsets() throws LinkException {
    got.fill(space, heaps, hosts);
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
  }

  private Extern bind(LoadedModule module, Import entry) {
    return switch (entry.module()) {
      case AbiNames.ENV -> bindEnv(module, entry);
      case AbiNames.GOT_MEM -> got.data(entry.name(), module);
      case AbiNames.GOT_FUNC -> got.function(entry.name(), module);
      default -> bindModule(module, entry);
    };
  }

  private Extern bindEnv(LoadedModule module, Import entry) {
    Optional<Extern> given = ofPlain(module, entry);
    if (given.isPresent()) {
      return given.get();
    } else if (entry.type() instanceof FunctionType type) {
      return hook.bound(module, entry.name(), type, () -> slot(module, entry.name(), type));
    } else if (entry.type() instanceof MemoryType) {
      return space.memory();
    } else if (entry.type() instanceof TableType) {
      return space.table();
    } else if (entry.type() instanceof TagType type) {
      return tag(module, entry.name(), type);
    }
    return switch (entry.name()) {
      case AbiNames.MEMORY_BASE -> engine.newGlobal(ADDRESS, (int) module.data().address());
      case AbiNames.TABLE_BASE -> engine.newGlobal(ADDRESS, (int) module.slots().first());
      default -> space.stackPointer();
    };
  }

  /** What a plain module gets in place of the program's C. */
  private Optional<Extern> ofPlain(LoadedModule module, Import entry) {
    if (!module.isPlain()) {
      return Optional.empty();
    }
    return plain
        .extern(AbiNames.ENV, entry.name())
        .or(() -> hosts.findForPlain(module, entry).map(f -> hosts.function(entry.name(), f)));
  }

  private Extern bindModule(LoadedModule module, Import entry) {
    return module.library().host().isPresent()
        ? hostFunction(module, entry)
        : plain.extern(entry.module(), entry.name()).orElseGet(() -> hostFunction(module, entry));
  }

  private Function hostFunction(LoadedModule module, Import entry) {
    return hosts.function(entry.name(), hosts.find(module, entry).orElseThrow());
  }

  private FunctionSlot slot(LoadedModule importer, String symbol, FunctionType type) {
    Optional<Definition> found = importer.scope().find(symbol, Symbol.Kind.FUNCTION, importer);
    Record key = found.isPresent() ? found.get() : new Undefined(symbol, type, importer);
    found.ifPresent(importer.bound()::add);
    return slots.computeIfAbsent(key, k -> engine.newSlot(symbol, type));
  }

  private Function target(Undefined key) {
    Optional<HostFunction> host = hosts.find(AbiNames.ENV, key.symbol());
    host.ifPresent(found -> key.importer().bound().addHost(key.symbol()));
    return host.isPresent()
        ? hosts.function(key.symbol(), host.get())
        : definedLater(key).orElseGet(() -> trap(key));
  }

  private static Optional<Function> definedLater(Undefined key) {
    return definedLater(key.symbol(), key.type(), key.importer()).map(Definition::function);
  }

  /** What a function that nobody defined means since some library has become global. */
  static Optional<Definition> definedLater(
      String symbol, FunctionType type, LoadedModule importer) {
    return importer
        .scope()
        .find(symbol, Symbol.Kind.FUNCTION, importer)
        .filter(found -> found.export().type().equals(type));
  }

  private Function trap(Undefined key) {
    String message = ImportChecker.undefined(key.importer(), key.symbol(), "function");
    return TrapFunction.create(
        engine, key.symbol(), key.type(), TrapKind.UNDEFINED_FUNCTION, message);
  }

  private static LoadedModule owner(Record key) {
    return key instanceof Definition definition
        ? definition.module()
        : ((Undefined) key).importer();
  }

  private Tag tag(LoadedModule importer, String name, TagType type) {
    Optional<Definition> found =
        importer
            .scope()
            .find(name, Symbol.Kind.TAG, importer)
            .filter(tag -> tag.module() != importer && tag.module().instance() != null);
    found.ifPresent(importer.bound()::add);
    return found
        .flatMap(tag -> tag.module().instance().export(name))
        .map(Tag.class::cast)
        .orElseGet(() -> tags.computeIfAbsent(name, n -> engine.newTag(type)));
  }
}

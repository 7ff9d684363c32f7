package org.dylink.linker.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.Engine;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.FunctionSlot;
import org.dylink.engine.Global;
import org.dylink.engine.Tag;
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
 * late, through one slot per symbol, because the exporter may be instantiated after the importer,
 * and in a cycle must be.
 */
final class SymbolBinder {
  private static final Set<String> LINKER_GLOBALS =
      Set.of(AbiNames.STACK_POINTER, AbiNames.MEMORY_BASE, AbiNames.TABLE_BASE);
  private static final Set<String> LINKER_ADDRESSES =
      Set.of(AbiNames.HEAP_BASE, AbiNames.HEAP_END, AbiNames.STACK_LOW, AbiNames.STACK_HIGH);
  // Tags that clang's exceptions and longjmp use; a library that exports them wins.
  private static final Set<String> LINKER_TAGS = Set.of("__cpp_exception", "__c_longjmp");
  private static final GlobalType ADDRESS = new GlobalType(ValueType.I32, false);

  private record SlotKey(String symbol, FunctionType type) {}

  private final Engine engine;
  private final SymbolScope scope;
  private final HostModules hosts;
  private final PlainModules plain;
  private final GlobalOffsetTable got;
  private final Map<SlotKey, FunctionSlot> slots = new LinkedHashMap<>();
  private final Map<SlotKey, LoadedModule> firstImporters = new LinkedHashMap<>();
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private AddressSpace space;

  SymbolBinder(Engine engine, SymbolScope scope, HostModules hosts, PlainModules plain) {
    this.engine = engine;
    this.scope = scope;
    this.hosts = hosts;
    this.plain = plain;
    this.got = new GlobalOffsetTable(engine);
  }

  static boolean isLinkerGlobal(String name) {
    return LINKER_GLOBALS.contains(name);
  }

  static boolean isLinkerAddress(String name) {
    return LINKER_ADDRESSES.contains(name);
  }

  static boolean isLinkerTag(Import entry) {
    return LINKER_TAGS.contains(entry.name());
  }

  /** Until then only modules with a memory of their own can be instantiated. */
  void setSpace(AddressSpace addressSpace) {
    space = addressSpace;
  }

  /** What a library's imports are bound to, in their order. */
  List<Extern> bind(LoadedModule module) {
    return module.module().imports().stream().map(entry -> bind(module, entry)).toList();
  }

  /** Binds the slots of all functions; those that nobody defines trap when they are called. */
  void bindSlots() {
    slots.forEach((key, slot) -> slot.bind(target(key)));
  }

  /**
   * Fills the GOT, once all libraries are started and all slots bound.
   *
   * @throws LinkException NO_SPACE if the table cannot take another function
   */
  void fillOffsets() throws LinkException {
    for (Map.Entry<String, Global> entry : got.functionEntries().entrySet()) {
      Optional<Function> function = function(entry.getKey());
      entry.getValue().set(function.isPresent() ? space.addressOf(function.get()) : 0);
    }
    got.dataEntries().forEach((symbol, entry) -> entry.set(dataAddress(symbol)));
  }

  /** The function that a symbol means to all libraries. */
  Optional<Function> function(String symbol) {
    return scope
        .find(symbol, Symbol.Kind.FUNCTION, null)
        .map(Definition::function)
        .or(() -> hosts.find(AbiNames.ENV, symbol).map(h -> hosts.function(symbol, h)));
  }

  private Extern bind(LoadedModule module, Import entry) {
    return switch (entry.module()) {
      case AbiNames.ENV -> bindEnv(module, entry);
      case AbiNames.GOT_MEM -> got.data(entry.name());
      case AbiNames.GOT_FUNC -> got.function(entry.name());
      default -> bindModule(entry);
    };
  }

  private Extern bindEnv(LoadedModule module, Import entry) {
    if (entry.type() instanceof FunctionType type) {
      return slot(module, entry.name(), type);
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

  private Extern bindModule(Import entry) {
    return plain
        .extern(entry.module(), entry.name())
        .orElseGet(() -> hostFunction(entry.module(), entry.name()));
  }

  private Function hostFunction(String module, String name) {
    HostFunction function = hosts.find(module, name).orElseThrow();
    return hosts.function(name, function);
  }

  private FunctionSlot slot(LoadedModule importer, String symbol, FunctionType type) {
    SlotKey key = new SlotKey(symbol, type);
    firstImporters.putIfAbsent(key, importer);
    return slots.computeIfAbsent(key, k -> engine.newSlot(symbol, type));
  }

  private Function target(SlotKey key) {
    LoadedModule importer = firstImporters.get(key);
    return scope
        .find(key.symbol(), Symbol.Kind.FUNCTION, importer)
        .map(Definition::function)
        .or(() -> function(key.symbol()))
        .orElseGet(() -> undefined(importer, key));
  }

  private Function undefined(LoadedModule importer, SlotKey key) {
    String message = ImportChecker.undefined(importer, key.symbol(), "function", scope);
    return UndefinedFunction.create(engine, key.symbol(), key.type(), message);
  }

  private Tag tag(LoadedModule importer, String name, TagType type) {
    return scope
        .find(name, Symbol.Kind.TAG, importer)
        .filter(found -> found.module() != importer && found.module().instance() != null)
        .flatMap(found -> found.module().instance().export(name))
        .map(Tag.class::cast)
        .orElseGet(() -> tags.computeIfAbsent(name, n -> engine.newTag(type)));
  }

  private int dataAddress(String symbol) {
    return switch (symbol) {
      case AbiNames.HEAP_BASE -> (int) space.heapBase();
      case AbiNames.HEAP_END -> space.memory().pages() * MemoryType.PAGE_SIZE;
      case AbiNames.STACK_LOW -> (int) space.stack().address();
      case AbiNames.STACK_HIGH -> (int) space.stack().end();
      default -> scope.find(symbol, Symbol.Kind.DATA, null).map(Definition::address).orElse(0);
    };
  }
}

package org.dylink.linker.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.engine.Tag;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import org.dylink.format.WasmModule;
import org.dylink.linker.AbiNames;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Library;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.TableRegion;

/** A library on its way into one program. Each step of the link fills in what it has found. */
final class LoadedModule {
  private static final GlobalType STACK_POINTER = new GlobalType(ValueType.I32, true);

  private final Library library;
  private final String chain;
  private final List<LoadedModule> dependencies = new ArrayList<>();
  private final ModuleUse use = new ModuleUse();
  private final List<Integer> slotsOnDemand = new ArrayList<>();
  private final Map<String, Function> replaced = new HashMap<>();
  private SymbolScope scope;
  private CompiledModule compiled;
  private DataRegion data = new DataRegion(0, 0);
  private TableRegion slots = new TableRegion(0, 0);
  private Instance instance;

  /**
   * @param neededBy who asked for it first; null for main and preloads
   */
  LoadedModule(Library library, LoadedModule neededBy) {
    this.library = library;
    this.chain = neededBy == null ? library.name() : neededBy.chain + " -> " + library.name();
  }

  Library library() {
    return library;
  }

  WasmModule module() {
    return library.module();
  }

  String name() {
    return library.name();
  }

  /** Who needs it, main first: {@code app.wasm -> libpng.so -> libz.so}. */
  String chain() {
    return chain;
  }

  /** For whoever decides on an engine. */
  EngineSource.Needed needed() {
    return new EngineSource.Needed(library, chain);
  }

  List<LoadedModule> dependencies() {
    return dependencies;
  }

  /** Where its imports are searched. */
  SymbolScope scope() {
    return scope;
  }

  void setScope(SymbolScope symbolScope) {
    scope = symbolScope;
  }

  /**
   * Slots of its functions that lie outside of its region: their addresses were asked for later.
   */
  List<Integer> slotsOnDemand() {
    return slotsOnDemand;
  }

  ModuleUse use() {
    return use;
  }

  /** This library and all that it needs, directly or not, breadth first. */
  List<LoadedModule> withDependencies() {
    List<LoadedModule> all = new ArrayList<>(List.of(this));
    for (int i = 0; i < all.size(); i++) {
      for (LoadedModule dependency : all.get(i).dependencies) {
        if (!all.contains(dependency)) {
          all.add(dependency);
        }
      }
    }
    return all;
  }

  CompiledModule compiled() {
    return compiled;
  }

  void setCompiled(CompiledModule module) {
    compiled = module;
  }

  Instance instance() {
    return instance;
  }

  void setInstance(Instance newInstance) {
    instance = newInstance;
  }

  DataRegion data() {
    return data;
  }

  TableRegion slots() {
    return slots;
  }

  void place(DataRegion dataRegion, TableRegion tableRegion) {
    data = dataRegion;
    slots = tableRegion;
  }

  MemoryInfo memoryInfo() {
    return module().dylink().map(d -> d.memoryInfo()).orElse(MemoryInfo.NONE);
  }

  /** The memory that it imports as {@code env.memory}; libraries and PIE mains do. */
  Optional<MemoryType> importedMemory() {
    return module().imports().stream()
        .filter(i -> i.module().equals(AbiNames.ENV) && i.type() instanceof MemoryType)
        .map(i -> (MemoryType) i.type())
        .findFirst();
  }

  /** The table that it imports as {@code env.__indirect_function_table}. */
  Optional<TableType> importedTable() {
    return module().imports().stream()
        .filter(i -> i.module().equals(AbiNames.ENV) && i.type() instanceof TableType)
        .map(i -> (TableType) i.type())
        .findFirst();
  }

  /** Whether its data symbols are offsets from its memory base; else they are addresses. */
  boolean isPositionIndependent() {
    return importedMemory().isPresent();
  }

  /** Whether it is no part of the program's C, and knows nothing of its names. */
  boolean isPlain() {
    return module().dylink().isEmpty() && library.host().isEmpty();
  }

  /** Whether it can do without what one of its imports names. */
  boolean isWeak(Import entry) {
    return module()
        .dylink()
        .map(d -> d.importFlags(entry.module(), entry.name()).isWeak())
        .orElse(false);
  }

  boolean exportsFunction(String name) {
    return module().export(name).filter(e -> e.type() instanceof FunctionType).isPresent();
  }

  /** An exported function, once there is an instance. */
  Optional<Function> function(String name) {
    Function other = replaced.get(name);
    return other != null ? Optional.of(other) : own(name);
  }

  /** Lets an exported function be another one for all who bind it or ask for its address. */
  void replace(String name, Function other) {
    replaced.put(name, other);
  }

  private Optional<Function> own(String name) {
    return instance.export(name).filter(Function.class::isInstance).map(Function.class::cast);
  }

  /** The memory that it exports, once there is an instance. */
  Optional<Memory> memory() {
    return instance
        .export(AbiNames.MEMORY)
        .filter(Memory.class::isInstance)
        .map(Memory.class::cast);
  }

  /** An exported tag; empty until there is an instance. */
  Optional<Tag> tag(String name) {
    return instance == null
        ? Optional.empty()
        : instance.export(name).filter(Tag.class::isInstance).map(Tag.class::cast);
  }

  /** An exported global, once the instance is started. */
  Optional<Global> global(String name) {
    return instance.export(name).filter(Global.class::isInstance).map(Global.class::cast);
  }

  /**
   * The stack pointer of a module with a stack of its own, once it is started: exported, or as the
   * name section has it. Of a module without names it is not known.
   */
  Optional<Global> ownStackPointer() {
    OptionalInt index = module().globalNamed(AbiNames.STACK_POINTER);
    return global(AbiNames.STACK_POINTER)
        .or(() -> index.isPresent() ? instance.globalAt(index.getAsInt()) : Optional.empty())
        .filter(global -> global.type().equals(STACK_POINTER));
  }

  LoadedLibrary snapshot() {
    return new LoadedLibrary(library, data, slots);
  }

  @Override
  public String toString() {
    return name();
  }
}

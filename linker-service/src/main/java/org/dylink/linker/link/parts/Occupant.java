package org.dylink.linker.link.parts;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Instance;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.WasmModule;
import org.dylink.linker.Library;
import org.dylink.linker.abi.AbiNames;

/**
 * What stands in a {@link Place}: a library, the code that the engine has made of it, and an
 * instance, whose functions serve all threads of the program.
 */
public final class Occupant {
  private final Library library;
  private LinkState state = LinkState.LOADED;
  private CompiledModule compiled; // null until it is COMPILED
  private Exports exports; // null until it is BOUND

  // Asked for again and again; each null until somebody does.
  private Set<String> importModules;
  private Optional<MemoryType> importedMemory;

  /** Who stands in no place yet. */
  public Occupant(Library library) {
    this.library = library;
  }

  public Library library() {
    return library;
  }

  public WasmModule module() {
    return library.module();
  }

  public LinkState state() {
    return state;
  }

  /** Whether it has come as far as that, or further. */
  public boolean isAtLeast(LinkState reached) {
    return state.compareTo(reached) >= 0;
  }

  /** Goes on; some steps are not for every library. */
  public void enter(LinkState next) {
    if (next.compareTo(state) <= 0) {
      throw new IllegalStateException("BUG: " + library.name() + ": " + state + " -> " + next);
    }
    state = next;
  }

  public CompiledModule compiled() {
    return compiled;
  }

  /** Takes the code, and is COMPILED. */
  public void setCompiled(CompiledModule module) {
    compiled = module;
    enter(LinkState.COMPILED);
  }

  /** Takes its instance, whose imports are bound, and is BOUND. */
  public void setInstance(Instance instance) {
    exports = new Exports(instance);
    enter(LinkState.BOUND);
  }

  /**
   * What it exports; it must be BOUND. Its mutable globals are those of the thread that opened it.
   */
  public Exports exports() {
    if (exports == null) {
      throw new IllegalStateException("BUG: " + this + " has no instance: it is " + state);
    }
    return exports;
  }

  /** What it needs of memory and table for itself. */
  public MemoryInfo memoryInfo() {
    return module().dylink().map(d -> d.memoryInfo()).orElse(MemoryInfo.NONE);
  }

  /** The memory that it imports as {@code env.memory}; libraries and PIE mains do. */
  public Optional<MemoryType> importedMemory() {
    Optional<MemoryType> known = importedMemory;
    if (known == null) {
      known = imported(MemoryType.class);
      importedMemory = known;
    }
    return known;
  }

  private <T extends ExternType> Optional<T> imported(Class<T> type) {
    return module().imports().stream()
        .filter(each -> each.module().equals(AbiNames.ENV) && type.isInstance(each.type()))
        .map(each -> type.cast(each.type()))
        .findFirst();
  }

  /** The table that it imports as {@code env.__indirect_function_table}. */
  public Optional<TableType> importedTable() {
    return imported(TableType.class);
  }

  /** Whether its data symbols are offsets from its memory base; else they are addresses. */
  public boolean isPositionIndependent() {
    return importedMemory().isPresent() || library.host().isPresent();
  }

  /** Whether it is no part of the program's C, and knows nothing of its names. */
  public boolean isPlain() {
    return module().dylink().isEmpty() && library.host().isEmpty();
  }

  /** Whether it imports anything from a module: asked for each import of each other library. */
  public boolean importsFrom(String importModule) {
    if (importModules == null) {
      importModules = module().imports().stream().map(Import::module).collect(toSet());
    }
    return importModules.contains(importModule);
  }

  /** Whether it can do without what one of its imports names. */
  public boolean isWeak(Import entry) {
    return module()
        .dylink()
        .map(d -> d.importFlags(entry.module(), entry.name()).isWeak())
        .orElse(false);
  }

  public boolean exportsFunction(String name) {
    return module().export(name).filter(e -> e.type() instanceof FunctionType).isPresent();
  }

  @Override
  public String toString() {
    return library.name();
  }
}

package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.InitialValue;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.DefinedType;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.TagType;
import org.dylink.format.WasmModule;

/** An instance: its context for generated code, and what that points to. */
final class NativeInstance implements Instance, InitialValue.Environment {
  static final Numbered<NativeInstance> ALL = new Numbered<>();

  private final NativeModule module;
  private final IndexSpaces spaces;
  private final ContextLayout layout;
  private final MemorySegment context;
  private final NativeFunction[] functions;
  private final InstanceParts parts;
  private final NativeSegments segments;
  private boolean initialized;
  private boolean started;

  NativeInstance(NativeModule module, List<? extends Extern> imports, InstanceLimits limits) {
    this.module = module;
    this.spaces = module.sections().spaces();
    this.layout = ContextLayout.of(wasm());
    long words = (long) ContextLayout.FUNCTION_SIZE * spaces.functionCount();
    this.context = Arena.ofAuto().allocate(layout.size() + words, 8);
    this.functions = new NativeFunction[spaces.functionCount()];
    Raw.putLong(context() + ContextLayout.INSTANCE, ALL.add(this));
    this.parts = new InstanceParts(spaces, limits);
    parts.take(imports, functions);
    parts.define();
    this.segments = new NativeSegments(this, parts, module.sections());
    writeContext();
  }

  private void writeContext() {
    for (int i = 0; i < parts.memories.size(); i++) {
      Raw.putLong(context() + layout.memory(i), parts.memories.get(i).base());
    }
    for (int i = 0; i < parts.tables.size(); i++) {
      Raw.putLong(context() + layout.table(i), parts.tables.get(i).address());
    }
    for (int i = 0; i < parts.globals.size(); i++) {
      Raw.putLong(context() + layout.global(i), parts.globals.get(i).address());
    }
    for (int i = 0; i < spaces.importedFunctionCount(); i++) {
      Raw.putLong(context() + layout.function(i), functions[i].address());
    }
    for (int i = 0; i < spaces.tagCount(); i++) {
      Raw.putLong(context() + layout.tag(i), parts.tags.get(i).number());
    }
    for (int i = 0; i < spaces.typeCount(); i++) {
      Raw.putInt(context() + layout.type(i), TypeNumbers.of(spaces.type(i)).number());
    }
  }

  /** What the code of this instance throws for a tag. */
  NativeException exception(int tag, Object[] values) {
    return new NativeException(parts.tags.get(tag), module.tagName(tag), values);
  }

  TagType tagType(int tag) {
    return spaces.tag(tag);
  }

  WasmModule wasm() {
    return module.module();
  }

  NativeModule module() {
    return module;
  }

  long context() {
    return context.address();
  }

  /** Room for what generated code knows of a function that the instance defines. */
  MemorySegment functionWords(int function) {
    return context.asSlice(
        layout.size() + (long) ContextLayout.FUNCTION_SIZE * function, ContextLayout.FUNCTION_SIZE);
  }

  @Override
  public NativeFunction function(int index) {
    NativeFunction found = functions[index];
    if (found == null) {
      found = new DefinedFunction(this, index);
      functions[index] = found;
    }
    return found;
  }

  NativeMemory memory(int index) {
    return parts.memories.get(index);
  }

  NativeTable table(int index) {
    return parts.tables.get(index);
  }

  void global(int index, Object value) {
    parts.globals.get(index).store(value);
  }

  @Override
  public Object global(int index) {
    return parts.globals.get(index).get();
  }

  @Override
  public Object struct(DefinedType type, List<Object> values) {
    throw collected();
  }

  @Override
  public Object array(DefinedType type, List<Object> values) {
    throw collected();
  }

  @Override
  public Object array(DefinedType type, int size, Object value) {
    throw collected();
  }

  @Override
  public Object i31(int value) {
    throw collected();
  }

  private static RuntimeException collected() {
    return new IllegalStateException("BUG: a module with collected types, which this engine lacks");
  }

  @Override
  public Optional<Extern> export(String name) {
    return wasm().export(name).filter(this::isThere).map(this::extern);
  }

  // Globals have their values from the first step on.
  private boolean isThere(Export export) {
    return initialized || !(export.type() instanceof GlobalType);
  }

  private Extern extern(Export export) {
    int index = export.index();
    if (export.type() instanceof FunctionType) {
      return function(index);
    } else if (export.type() instanceof GlobalType) {
      return parts.globals.get(index);
    } else if (export.type() instanceof MemoryType) {
      return parts.memories.get(index);
    } else if (export.type() instanceof TableType) {
      return parts.tables.get(index);
    }
    return parts.tags.get(index);
  }

  @Override
  public Optional<Global> globalAt(int index) {
    boolean isDefined = index >= spaces.importedGlobalCount() && index < parts.globals.size();
    return isDefined ? Optional.of(parts.globals.get(index)) : Optional.empty();
  }

  @Override
  public Optional<Table> tableAt(int index) {
    boolean isDefined = index >= spaces.importedTableCount() && index < parts.tables.size();
    return isDefined ? Optional.of(parts.tables.get(index)) : Optional.empty();
  }

  @Override
  public boolean isDataDropped(int segment) {
    return segments.isDataDropped(segment);
  }

  @Override
  public boolean isElementDropped(int segment) {
    return segments.isElementDropped(segment);
  }

  NativeSegments segments() {
    return segments;
  }

  @Override
  public void initialize() {
    if (initialized) {
      throw new IllegalStateException(wasm() + ": initialized twice");
    }
    initialized = true;
    int index = spaces.importedGlobalCount();
    for (InitialValue first : module.sections().globals()) {
      parts.globals.get(index++).store(first.evaluate(this));
    }
    fillTables();
    segments.copyActive();
  }

  private void fillTables() {
    int index = spaces.importedTableCount();
    for (InitialValue first : module.sections().tables()) {
      NativeTable table = parts.tables.get(index++);
      if (first != null) {
        table.fill(0, first.evaluate(this), table.size());
      }
    }
  }

  @Override
  public void start() {
    if (started) {
      throw new IllegalStateException(wasm() + ": started twice");
    }
    started = true;
    if (!initialized) {
      initialize();
    }
    wasm().startFunction().ifPresent(index -> function(index).call());
  }
}

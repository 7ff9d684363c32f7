package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.TrapKind;
import org.dylink.engine.jvm.code.DataRange;
import org.dylink.engine.jvm.code.Elements;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.InitialValue;
import org.dylink.engine.machine.ContextLayout;
import org.dylink.format.DefinedType;
import org.dylink.format.ElementSegment.Mode;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.WasmModule;

/** An instance: its context for generated code, and what that points to. */
final class NativeInstance implements Instance, InitialValue.Environment {
  static final Numbered<NativeInstance> ALL = new Numbered<>();

  private static final NativeFunction[] DROPPED = {};

  private final NativeModule module;
  private final IndexSpaces spaces;
  private final ContextLayout layout;
  private final MemorySegment context;
  private final NativeFunction[] functions;
  private final List<NativeMemory> memories = new ArrayList<>();
  private final List<NativeTable> tables = new ArrayList<>();
  private final List<NativeGlobal> globals = new ArrayList<>();
  private final List<NativeTag> tags = new ArrayList<>();
  private NativeFunction[][] elements = {};
  private boolean[] droppedData = {};
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
    takeImports(imports);
    define(limits);
    writeContext();
  }

  private void takeImports(List<? extends Extern> imports) {
    int count = 0;
    for (Extern each : imports) {
      switch (each) {
        case NativeFunction function -> functions[count++] = function;
        case NativeMemory memory -> memories.add(memory);
        case NativeTable table -> tables.add(table);
        case NativeGlobal global -> globals.add(global);
        case NativeTag tag -> tags.add(tag);
        default -> throw new IllegalArgumentException("made by another engine: " + each);
      }
    }
  }

  private void define(InstanceLimits limits) {
    for (int i = tables.size(); i < spaces.tableCount(); i++) {
      TableType type = spaces.table(i);
      requireAtMost("table", type.limits().minimum(), "elements", limits.tableElements());
      tables.add(named(() -> new NativeTable(type, limits.tableElements())));
    }
    for (int i = memories.size(); i < spaces.memoryCount(); i++) {
      MemoryType type = spaces.memory(i);
      requireAtMost("memory", type.limits().minimum(), "pages", limits.memoryPages());
      memories.add(named(() -> new NativeMemory(type, limits.memoryPages())));
    }
    for (int i = tags.size(); i < spaces.tagCount(); i++) {
      tags.add(new NativeTag(spaces.tag(i)));
    }
    for (int i = globals.size(); i < spaces.globalCount(); i++) {
      GlobalType type = spaces.global(i);
      globals.add(new NativeGlobal(type, zero(type)));
    }
  }

  private static Object zero(GlobalType type) {
    return switch (type.value().kind()) {
      case I32 -> 0;
      case I64 -> 0L;
      case F32 -> 0f;
      case F64 -> 0.0;
      default -> null;
    };
  }

  private void requireAtMost(String what, long needed, String unit, long limit) {
    if (needed > limit) {
      throw new EngineLimitException(
          wasm() + ": " + what + " of " + needed + " " + unit + ": limit " + limit);
    }
  }

  private <T> T named(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (EngineLimitException e) {
      throw new EngineLimitException(wasm() + ": " + e.getMessage());
    }
  }

  private void writeContext() {
    for (int i = 0; i < memories.size(); i++) {
      Raw.putLong(context() + layout.memory(i), memories.get(i).base());
    }
    for (int i = 0; i < tables.size(); i++) {
      Raw.putLong(context() + layout.table(i), tables.get(i).address());
    }
    for (int i = 0; i < globals.size(); i++) {
      Raw.putLong(context() + layout.global(i), globals.get(i).address());
    }
    for (int i = 0; i < spaces.importedFunctionCount(); i++) {
      Raw.putLong(context() + layout.function(i), functions[i].address());
    }
    for (int i = 0; i < spaces.typeCount(); i++) {
      Raw.putInt(context() + layout.type(i), TypeNumbers.of(spaces.type(i)).number());
    }
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
      found = new GuestFunction(this, index);
      functions[index] = found;
    }
    return found;
  }

  NativeMemory memory(int index) {
    return memories.get(index);
  }

  NativeTable table(int index) {
    return tables.get(index);
  }

  void global(int index, NativeFunction value) {
    globals.get(index).store(value);
  }

  @Override
  public Object global(int index) {
    return globals.get(index).get();
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
    return wasm().export(name).map(this::extern);
  }

  private Extern extern(Export export) {
    int index = export.index();
    if (export.type() instanceof FunctionType) {
      return function(index);
    } else if (export.type() instanceof GlobalType) {
      return globals.get(index);
    } else if (export.type() instanceof MemoryType) {
      return memories.get(index);
    } else if (export.type() instanceof TableType) {
      return tables.get(index);
    }
    return tags.get(index);
  }

  @Override
  public Optional<Global> globalAt(int index) {
    boolean isDefined = index >= spaces.importedGlobalCount() && index < globals.size();
    return isDefined ? Optional.of(globals.get(index)) : Optional.empty();
  }

  @Override
  public Optional<Table> tableAt(int index) {
    boolean isDefined = index >= spaces.importedTableCount() && index < tables.size();
    return isDefined ? Optional.of(tables.get(index)) : Optional.empty();
  }

  @Override
  public boolean isDataDropped(int segment) {
    return droppedData[segment] || data(segment).size() == 0;
  }

  @Override
  public boolean isElementDropped(int segment) {
    return elements[segment].length == 0;
  }

  @Override
  public void initialize() {
    if (initialized) {
      throw new IllegalStateException(wasm() + ": initialized twice");
    }
    initialized = true;
    int index = spaces.importedGlobalCount();
    for (InitialValue first : module.sections().globals()) {
      globals.get(index++).store(first.evaluate(this));
    }
    defineSegments();
    copyElements();
    copyData();
  }

  private void defineSegments() {
    droppedData = new boolean[module.sections().data().size()];
    List<Elements> segments = module.sections().elements();
    elements = new NativeFunction[segments.size()][];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = references(segments.get(i));
    }
  }

  private NativeFunction[] references(Elements segment) {
    if (segment.mode() == Mode.DECLARED) {
      return DROPPED;
    }
    NativeFunction[] references = new NativeFunction[segment.size()];
    for (int i = 0; i < references.length; i++) {
      references[i] =
          segment.functions() != null
              ? function(segment.functions().get(i))
              : (NativeFunction) segment.expressions().get(i).evaluate(this);
    }
    return references;
  }

  private void copyElements() {
    List<Elements> segments = module.sections().elements();
    for (int i = 0; i < segments.size(); i++) {
      Elements segment = segments.get(i);
      if (segment.mode() == Mode.ACTIVE) {
        long to = segment.offset().evaluateAddress(this);
        tableInit(segment.table(), i, new Services.Range(to, 0, segment.size()));
        dropElements(i);
      }
    }
  }

  private void copyData() {
    List<DataRange> segments = module.sections().data();
    for (int i = 0; i < segments.size(); i++) {
      DataRange segment = segments.get(i);
      if (segment.isActive()) {
        long to = segment.offset().evaluateAddress(this);
        memoryInit(segment.memory(), i, new Services.Range(to, 0, segment.size()));
        dropData(i);
      }
    }
  }

  private DataRange data(int segment) {
    return module.sections().data().get(segment);
  }

  void tableInit(int table, int segment, Services.Range range) {
    tables.get(table).init(elements[segment], range);
  }

  void dropElements(int segment) {
    elements[segment] = DROPPED;
  }

  void memoryInit(int memory, int segment, Services.Range range) {
    long size = droppedData[segment] ? 0 : data(segment).size();
    if (range.source() + range.size() > size) {
      throw new TrapException(
          TrapKind.OUT_OF_BOUNDS_MEMORY,
          "out of bounds memory access: bytes up to "
              + (range.source() + range.size())
              + " of a data segment, it has "
              + size);
    }
    Memory target = memories.get(memory);
    int from = data(segment).from() + (int) range.source();
    byte[] bytes = module.sections().bytes().toArray(from, from + (int) range.size());
    target.write(range.target(), bytes, 0, bytes.length);
  }

  void dropData(int segment) {
    droppedData[segment] = true;
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

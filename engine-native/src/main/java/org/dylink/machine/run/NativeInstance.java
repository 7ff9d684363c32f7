package org.dylink.machine.run;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dylink.engine.CodeHold;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.InstanceContents;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Table;
import org.dylink.engine.imports.ImportCheck;
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

/**
 * An instance: its context for generated code, and what that points to. In a program with threads,
 * one for each; functions are those of the one that was made first.
 */
final class NativeInstance implements Contexts.Owner, InitialValue.Environment, Addressed {
  static final Numbered<NativeInstance> ALL = new Numbered<>();

  private final MappedModule module;
  private final IndexSpaces spaces;
  private final ContextLayout layout;
  private final MemorySegment context;
  private final NativeFunction[] functions;
  private final InstanceParts parts;
  private final NativeSegments segments;
  private final NativeInstance first;
  private final Contexts<NativeInstance> threads; // null in a program of one thread
  private volatile NativeHold hold; // null unless calls are held back; of the first
  private boolean copiesElements = true;
  private boolean copiesData = true;
  private boolean initialized;
  private boolean started;

  NativeInstance(MappedModule module, List<? extends Extern> imports, InstanceLimits limits) {
    NativeControl thread = NativeControl.currentThread();
    this.module = module;
    this.spaces = module.sections().spaces();
    this.layout = ContextLayout.of(wasm());
    this.first = this;
    this.threads = thread == null ? null : new Contexts<>(this);
    int words = ContextLayout.FUNCTION_SIZE + (thread == null ? 0 : ContextLayout.OWN_SIZE);
    this.context =
        Arena.ofAuto().allocate(layout.size() + (long) words * spaces.functionCount(), 8);
    this.functions = new NativeFunction[spaces.functionCount()];
    this.parts = new InstanceParts(spaces, limits);
    parts.take(imports, functions);
    parts.define();
    this.segments = new NativeSegments(this, parts, module.sections());
    writeContext(thread);
  }

  /** What another thread has of an instance. */
  private NativeInstance(NativeInstance first, NativeControl thread, List<Global> globals) {
    this.module = first.module;
    this.spaces = first.spaces;
    this.layout = first.layout;
    this.first = first;
    this.threads = first.threads;
    this.context = Arena.ofAuto().allocate(layout.size(), 8);
    this.functions = first.functions;
    this.parts = first.parts.forThread(globals);
    this.segments = new NativeSegments(this, parts, module.sections());
    this.copiesElements = false;
    this.copiesData = false;
    writeContext(thread);
  }

  @Override
  public NativeInstance forThread(List<Global> globals) {
    new ImportCheck(wasm()).checkGlobals(globals);
    NativeControl thread = NativeControl.currentThread();
    if (threads == null || thread == null) {
      throw new IllegalStateException(wasm().name() + ": not in the turn of a thread");
    } else if (threads.has(thread)) {
      throw new IllegalStateException(wasm().name() + ": the thread has it");
    }
    return new NativeInstance(first, thread, globals);
  }

  /** What the current thread has of it, which is made if there is nothing. */
  NativeInstance own() {
    NativeControl thread = NativeControl.currentThread();
    return threads == null || thread == null ? first : threads.of(thread);
  }

  /** Whether threads have each their own of it. */
  boolean isOfThreads() {
    return threads != null;
  }

  private void writeContext(NativeControl thread) {
    Raw.putLong(context() + ContextLayout.INSTANCE, ALL.add(this));
    if (thread != null) {
      Raw.putLong(context() + ContextLayout.GUEST, thread.guest());
    }
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
    if (thread != null) {
      threads.add(thread, this);
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

  MappedModule module() {
    return module;
  }

  @Override
  public long context() {
    return context.address();
  }

  /** Room for what generated code knows of a function that the instance defines. */
  MemorySegment functionWords(int function) {
    return context.asSlice(
        layout.size() + (long) ContextLayout.FUNCTION_SIZE * function, ContextLayout.FUNCTION_SIZE);
  }

  /** Where code of a function of a program with threads finds the context and the rest. */
  long ownWords(int function) {
    long functions = (long) ContextLayout.FUNCTION_SIZE * spaces.functionCount();
    return context() + layout.size() + functions + (long) ContextLayout.OWN_SIZE * function;
  }

  /** The context, with the words of all functions. */
  MemorySegment contextWords() {
    return context;
  }

  @Override
  public void addTo(AddressRanges<Addressed> places) {
    places.add(context(), context.byteSize(), this);
    module.code().addPlace(this, places);
  }

  @Override
  public void addNext(Deque<Addressed> others) {
    for (int i = 0; i < spaces.importedFunctionCount(); i++) {
      functions[i].addNext(others);
    }
  }

  @Override
  public NativeFunction function(int index) {
    NativeFunction found = functions[index];
    return found == null ? first.newFunction(index) : found.meant();
  }

  @Override
  public Function functionAt(int index) {
    return function(index);
  }

  private NativeFunction newFunction(int index) {
    synchronized (functions) {
      if (functions[index] == null) {
        functions[index] = new DefinedFunction(this, index);
      }
      return functions[index];
    }
  }

  /** The functions that it defines, of those that somebody has asked for. */
  List<DefinedFunction> definedFunctions() {
    synchronized (functions) {
      return Arrays.stream(functions, spaces.importedFunctionCount(), functions.length)
          .filter(Objects::nonNull)
          .map(DefinedFunction.class::cast)
          .toList();
    }
  }

  @Override
  public CodeHold hold() {
    return NativeHold.begin(first);
  }

  /** Begins to hold back calls, also of functions that somebody asks for later. */
  void beginHold(NativeHold begun) {
    synchronized (functions) {
      if (hold != null) {
        throw new IllegalStateException(wasm() + ": calls are held back already");
      }
      hold = begun;
    }
  }

  void endHold() {
    hold = null;
  }

  /** By whom calls of its functions are held back; null if they are not. */
  NativeHold held() {
    return hold;
  }

  /**
   * Lets a function of another instance be the one of an index.
   *
   * @throws IllegalArgumentException if it is of another type
   */
  void adopt(int index, DefinedFunction function) {
    FunctionType type = wasm().functionType(index);
    if (!type.equals(function.type())) {
      throw new IllegalArgumentException(
          wasm().name()
              + ": function "
              + wasm().functionName(index)
              + ": expected "
              + function.type()
              + ", found "
              + type);
    }
    synchronized (functions) {
      functions[index] = function;
    }
  }

  @Override
  public void takeOver(boolean withElements) {
    copiesElements = withElements;
    copiesData = false;
    initialize();
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
  public InstanceContents contents() {
    return InstanceContents.of(this, wasm());
  }

  @Override
  public void restore(InstanceContents contents) {
    noteInitialized();
    started = true;
    int index = spaces.importedGlobalCount();
    for (Object value : contents.globals()) {
      parts.globals.get(index++).store(value);
    }
    segments.restore(contents);
  }

  private void noteInitialized() {
    if (initialized) {
      throw new IllegalStateException(wasm() + ": initialized twice");
    }
    initialized = true;
  }

  @Override
  public void initialize() {
    noteInitialized();
    int index = spaces.importedGlobalCount();
    for (InitialValue value : module.sections().globals()) {
      parts.globals.get(index++).store(value.evaluate(this));
    }
    if (copiesElements) {
      fillTables();
    }
    segments.copyActive(copiesElements, copiesData);
  }

  private void fillTables() {
    int index = spaces.importedTableCount();
    for (InitialValue value : module.sections().tables()) {
      NativeTable table = parts.tables.get(index++);
      if (value != null) {
        table.fill(0, value.evaluate(this), table.size());
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

package org.dylink.engine.jvm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dylink.engine.CodeHold;
import org.dylink.engine.CompiledModule;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceContents;
import org.dylink.engine.Table;
import org.dylink.engine.TrapException;
import org.dylink.engine.imports.ImportCheck;
import org.dylink.engine.jvm.code.DataRange;
import org.dylink.engine.jvm.code.Elements;
import org.dylink.engine.jvm.code.IndexSpaces;
import org.dylink.engine.jvm.code.InitialValue;
import org.dylink.engine.jvm.run.call.CodeSwap;
import org.dylink.engine.jvm.run.call.InstanceState;
import org.dylink.engine.jvm.run.call.JvmGlobal;
import org.dylink.engine.jvm.run.call.TableInstructions;
import org.dylink.engine.jvm.run.call.WideTableInstructions;
import org.dylink.engine.jvm.run.gc.Collected;
import org.dylink.engine.jvm.run.gc.I31;
import org.dylink.engine.jvm.run.memory.DataSegments;
import org.dylink.engine.jvm.run.memory.LinearMemory;
import org.dylink.engine.jvm.run.memory.MemoryInstructions;
import org.dylink.format.DefinedType;
import org.dylink.format.ElementSegment.Mode;
import org.dylink.format.Export;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;

/** An instance behind the seam. */
final class JvmInstance implements Instance, InitialValue.Environment, CodeSwap.Bearer {
  private final JvmModule module;
  private final InstanceState state;
  private boolean copiesElements;
  private boolean copiesData;
  private boolean initialized;
  private boolean started;

  JvmInstance(JvmModule module, InstanceState state) {
    this(module, state, true);
  }

  private JvmInstance(JvmModule module, InstanceState state, boolean copiesSegments) {
    this.module = module;
    this.state = state;
    this.copiesElements = copiesSegments;
    this.copiesData = copiesSegments;
  }

  @Override
  public Instance forThread(List<Global> globals) {
    new ImportCheck(module.module()).checkGlobals(globals);
    InstanceState own = state.newForThread();
    for (int i = 0; i < globals.size(); i++) {
      own.globals[i] = (JvmGlobal) globals.get(i);
    }
    return new JvmInstance(module, own, false);
  }

  @Override
  public void takeOver(boolean withElements) {
    copiesElements = withElements;
    copiesData = false;
    initialize();
  }

  @Override
  public void prepareReplacement(CompiledModule next, Map<Integer, Integer> indexes) {
    List<LinearMemory> memories = Stream.of(state.memories).map(view -> view.memory).toList();
    JvmModule variant = ((JvmModule) next).variant(memories);
    indexes.forEach(
        (index, standsFor) -> {
          if (module.isCompiled(index)) {
            variant.compile(standsFor);
          }
        });
  }

  @Override
  public CodeHold hold() {
    return CodeSwap.begin(state);
  }

  @Override
  public InstanceState state() {
    return state;
  }

  @Override
  public Optional<Extern> export(String name) {
    return module.module().export(name).flatMap(each -> Optional.ofNullable(extern(each)));
  }

  private Extern extern(Export export) {
    int index = export.index();
    if (export.type() instanceof FunctionType) {
      return state.function(index);
    } else if (export.type() instanceof GlobalType) {
      return state.globals[index];
    } else if (export.type() instanceof MemoryType) {
      return state.memories[index].memory;
    } else if (export.type() instanceof TableType) {
      return state.tables[index];
    }
    return state.tags[index];
  }

  @Override
  public Optional<Global> globalAt(int index) {
    IndexSpaces spaces = module.code().spaces();
    boolean isDefined = index >= spaces.importedGlobalCount() && index < state.globals.length;
    return isDefined ? Optional.of(state.globals[index]) : Optional.empty();
  }

  @Override
  public Optional<Table> tableAt(int index) {
    IndexSpaces spaces = module.code().spaces();
    boolean isDefined = index >= spaces.importedTableCount() && index < state.tables.length;
    return isDefined ? Optional.of(state.tables[index]) : Optional.empty();
  }

  @Override
  public boolean isDataDropped(int segment) {
    return state.data().isEmpty(segment);
  }

  @Override
  public boolean isElementDropped(int segment) {
    return state.isElementDropped(segment);
  }

  @Override
  public InstanceContents contents() {
    return InstanceContents.of(this, module.module());
  }

  @Override
  public void restore(InstanceContents contents) {
    if (initialized) {
      throw new IllegalStateException(module.module() + ": initialized twice");
    }
    initialized = true;
    started = true;
    IndexSpaces spaces = module.code().spaces();
    int index = spaces.importedGlobalCount();
    for (Object value : contents.globals()) {
      state.globals[index] = new JvmGlobal(spaces.global(index), value);
      index++;
    }
    defineSegments(contents.droppedElements());
    contents.droppedData().forEach(segment -> MemoryInstructions.dataDrop(segment, state));
  }

  @Override
  public Function functionAt(int index) {
    return state.function(index);
  }

  @Override
  public Object global(int index) {
    return state.globals[index].get();
  }

  @Override
  public Object function(int index) {
    return state.function(index);
  }

  @Override
  public Object struct(DefinedType type, List<Object> values) {
    return Collected.struct(type, values);
  }

  @Override
  public Object array(DefinedType type, List<Object> elements) {
    return Collected.array(type, elements);
  }

  @Override
  public Object array(DefinedType type, int size, Object value) {
    return value == null ? Collected.array(type, size) : Collected.array(type, size, value);
  }

  @Override
  public Object i31(int value) {
    return I31.refI31(value);
  }

  @Override
  public void initialize() {
    if (initialized) {
      throw new IllegalStateException(module.module() + ": initialized twice");
    }
    initialized = true;
    fillTables();
    defineGlobals();
    defineSegments(Set.of());
    copyElements();
    copyData();
  }

  @Override
  public void start() {
    if (started) {
      throw new IllegalStateException(module.module() + ": started twice");
    }
    started = true;
    if (!initialized) {
      initialize();
    }
    module.module().startFunction().ifPresent(index -> state.function(index).call());
  }

  private void fillTables() {
    List<InitialValue> values = module.code().tables();
    int first = module.code().spaces().importedTableCount();
    for (int i = 0; copiesElements && i < values.size(); i++) {
      if (values.get(i) != null) {
        state.tables[first + i].fill(values.get(i).evaluate(this));
      }
    }
  }

  private void defineGlobals() {
    IndexSpaces spaces = module.code().spaces();
    int index = spaces.importedGlobalCount();
    for (InitialValue first : module.code().globals()) {
      state.globals[index] = new JvmGlobal(spaces.global(index), first.evaluate(this));
      index++;
    }
  }

  private void defineSegments(Set<Integer> dropped) {
    List<Elements> segments = module.code().elements();
    Object[][] elements = new Object[segments.size()][];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = dropped.contains(i) ? new Object[0] : references(segments.get(i));
    }
    state.setSegments(new DataSegments(module, module.code().data().size()), elements);
  }

  private Object[] references(Elements segment) {
    if (segment.mode() == Mode.DECLARED) {
      return new Object[0];
    }
    Object[] references = new Object[segment.size()];
    for (int i = 0; i < references.length; i++) {
      references[i] =
          segment.functions() != null
              ? function(segment.functions().get(i))
              : segment.expressions().get(i).evaluate(this);
    }
    return references;
  }

  /**
   * @throws TrapException if a segment does not fit
   */
  private void copyElements() {
    List<Elements> segments = module.code().elements();
    for (int i = 0; i < segments.size(); i++) {
      Elements segment = segments.get(i);
      if (segment.mode() == Mode.ACTIVE) {
        long to = segment.offset().evaluateAddress(this);
        if (copiesElements) {
          WideTableInstructions.tableInit(to, 0, segment.size(), i, segment.table(), state);
        }
        TableInstructions.elemDrop(i, state);
      }
    }
  }

  private void copyData() {
    List<DataRange> segments = module.code().data();
    for (int i = 0; i < segments.size(); i++) {
      DataRange segment = segments.get(i);
      if (segment.isActive()) {
        long to = segment.offset().evaluateAddress(this);
        if (copiesData) {
          MemoryInstructions.init(to, 0, segment.size(), i, state.memories[segment.memory()]);
        }
        MemoryInstructions.dataDrop(i, state);
      }
    }
  }
}

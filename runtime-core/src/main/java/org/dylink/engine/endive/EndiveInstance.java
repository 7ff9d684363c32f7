package org.dylink.engine.endive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.MemoryType;
import org.dylink.format.TagType;
import run.endive.runtime.TagInstance;
import run.endive.wasm.types.Element;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.PassiveElement;

/** An instance of Endive's behind the seam. Imports come first in every index space. */
final class EndiveInstance implements Instance {
  private final EndiveModule module;
  private final List<Function> importedFunctions;
  private final List<Memory> importedMemories;
  private final List<Table> importedTables;
  private final List<Global> importedGlobals;
  private final List<Tag> importedTags;
  private final List<Extern> memories;
  private final List<Extern> tables;
  private final Map<Integer, RawFunction> functions = new HashMap<>();
  private final Map<Integer, Extern> globals = new HashMap<>();
  private final Map<Integer, Extern> tags = new HashMap<>();
  private final ForeignFunctions foreign;
  private run.endive.runtime.Instance endive;
  private boolean initialized;
  private boolean started;

  EndiveInstance(
      EndiveModule module,
      List<? extends Extern> imports,
      List<Extern> memories,
      List<Extern> tables) {
    this.module = module;
    this.importedFunctions = only(imports, Function.class);
    this.importedMemories = only(imports, Memory.class);
    this.importedTables = only(imports, Table.class);
    this.importedGlobals = only(imports, Global.class);
    this.importedTags = only(imports, Tag.class);
    this.memories = memories;
    this.tables = tables;
    this.foreign =
        new ForeignFunctions(module.standIns(), this::function, module.module().functionCount());
  }

  void attach(run.endive.runtime.Instance instance) {
    endive = instance;
    foreign.setOwn(instance);
    for (int i = 0; i < importedTags.size() + instance.tagCount(); i++) {
      identify(instance.tag(i), i);
    }
  }

  ForeignFunctions foreign() {
    return foreign;
  }

  @Override
  public Optional<Extern> export(String name) {
    return module.module().export(name).flatMap(e -> Optional.ofNullable(extern(e)));
  }

  @Override
  public Optional<Global> globalAt(int index) {
    boolean isDefined =
        index >= importedGlobals.size()
            && index < importedGlobals.size() + module.parsed().globalSection().globalCount();
    return isDefined ? Optional.of((Global) global(definedType(index), index)) : Optional.empty();
  }

  @Override
  public Optional<Table> tableAt(int index) {
    int defined = index - importedTables.size();
    return defined >= 0 && defined < tables.size()
        ? Optional.of((Table) tables.get(defined))
        : Optional.empty();
  }

  @Override
  public boolean isDataDropped(int segment) {
    Objects.checkIndex(segment, module.parsed().dataSection().dataSegmentCount());
    return ((SegmentMemory) endive.memory()).isDropped(segment);
  }

  @Override
  public boolean isElementDropped(int segment) {
    Objects.checkIndex(segment, module.parsed().elementSection().elementCount());
    Element element = endive.element(segment);
    // Endive keeps what it has copied.
    boolean isPassive = element instanceof PassiveElement;
    return element == null || element.elementCount() == 0 || (initialized && !isPassive);
  }

  private GlobalType definedType(int index) {
    var type = module.parsed().globalSection().getGlobal(index - importedGlobals.size());
    boolean isMutable = type.mutabilityType() == MutabilityType.Var;
    return new GlobalType(EndiveTypes.own(type.valueType()), isMutable);
  }

  @Override
  public void initialize() {
    if (initialized) {
      throw new IllegalStateException(module.module() + ": initialized twice");
    }
    initialized = true;
    try {
      endive.initialize(false);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw EndiveTraps.translate(e);
    }
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
    module.module().startFunction().ifPresent(index -> function(index).call());
  }

  private Extern extern(Export export) {
    ExternType type = export.type();
    int index = export.index();
    if (type instanceof FunctionType) {
      return function(index);
    } else if (type instanceof MemoryType) {
      return element(importedMemories, memories, index);
    } else if (type instanceof GlobalType global) {
      return global(global, index);
    } else if (type instanceof TagType tag) {
      return tag(tag, index);
    }
    return element(importedTables, tables, index);
  }

  private RawFunction function(int index) {
    if (index < importedFunctions.size()) {
      return (RawFunction) importedFunctions.get(index);
    }
    return functions.computeIfAbsent(index, this::newFunction);
  }

  private RawFunction newFunction(int index) {
    return new EndiveFunction(
        module.module().functionName(index),
        new Function.Origin(module.module(), index),
        endive,
        foreign);
  }

  private Extern global(GlobalType type, int index) {
    if (index < importedGlobals.size()) {
      return importedGlobals.get(index);
    }
    return initialized
        ? globals.computeIfAbsent(index, i -> new EndiveGlobal(type, endive.global(i)))
        : null;
  }

  private Extern tag(TagType type, int index) {
    if (index < importedTags.size()) {
      return importedTags.get(index);
    }
    return tags.computeIfAbsent(index, i -> new EndiveTag(type, endive.tag(i).type()));
  }

  private void identify(TagInstance tag, int index) {
    boolean imported = index < importedTags.size();
    tag.setType(
        imported
            ? ((EndiveTag) importedTags.get(index)).ownType()
            : EndiveTag.newOwnType(tag.type()));
  }

  private static Extern element(List<? extends Extern> imported, List<Extern> defined, int index) {
    return index < imported.size() ? imported.get(index) : defined.get(index - imported.size());
  }

  private static <T extends Extern> List<T> only(List<? extends Extern> imports, Class<T> kind) {
    return imports.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}

package org.dylink.engine.endive;

import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.EngineLimitException;
import org.dylink.engine.Extern;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.engine.Instance;
import org.dylink.engine.InstanceLimits;
import org.dylink.engine.Memory;
import org.dylink.engine.Table;
import org.dylink.engine.Tag;
import org.dylink.format.ExternType;
import org.dylink.format.Import;
import org.dylink.format.Limits;
import org.dylink.format.MemoryType;
import org.dylink.format.TableType;
import org.dylink.format.ValueType;
import run.endive.runtime.ImportGlobal;
import run.endive.runtime.ImportMemory;
import run.endive.runtime.ImportTable;
import run.endive.runtime.ImportTag;
import run.endive.runtime.ImportValues;
import run.endive.runtime.TableInstance;
import run.endive.wasm.WasmEngineException;
import run.endive.wasm.types.MemoryLimits;

/** Builds an instance: the imports as Endive wants them, the module's own memories and tables. */
final class InstanceBuilder {
  private final EndiveModule module;
  private final List<? extends Extern> imports;
  private final InstanceLimits limits;
  private final ImportValues.Builder values = ImportValues.builder();
  private final List<Extern> definedMemories = new ArrayList<>();
  private final List<Extern> definedTables = new ArrayList<>();
  private final EndiveInstance instance;

  InstanceBuilder(EndiveModule module, List<? extends Extern> imports, InstanceLimits limits) {
    this.module = module;
    this.imports = imports;
    this.limits = limits;
    this.instance = new EndiveInstance(module, imports, definedMemories, definedTables);
  }

  Instance build() {
    List<Import> expected = module.module().imports();
    if (expected.size() != imports.size()) {
      throw new IllegalArgumentException(
          module.module() + ": expected " + expected.size() + " imports, found " + imports.size());
    }
    for (int i = 0; i < expected.size(); i++) {
      add(expected.get(i), imports.get(i));
    }
    try {
      instance.attach(
          run.endive.runtime.Instance.builder(module.parsed())
              .withImportValues(values.build())
              .withMachineFactory(module.machines()::machineFor)
              .withMemoryFactory(this::newMemory)
              .withTableFactory(this::newTable)
              .withInitialize(false)
              .withStart(false)
              .build());
    } catch (WasmEngineException e) {
      throw new IllegalArgumentException(module.module() + ": " + e.getMessage(), e);
    }
    return instance;
  }

  private void add(Import expected, Extern extern) {
    String from = expected.module();
    String name = expected.name();
    if (extern instanceof Function function) {
      checkType(expected, extern);
      values.addFunction(ImportedFunction.of(from, name, (RawFunction) function));
    } else if (extern instanceof Memory memory) {
      values.addMemory(new ImportMemory(from, name, visible((EndiveMemory) memory)));
    } else if (extern instanceof Table table) {
      values.addTable(new ImportTable(from, name, visible((EndiveTable) table)));
    } else if (extern instanceof Global global) {
      checkType(expected, extern);
      values.addGlobal(new ImportGlobal(from, name, ((EndiveGlobal) global).endive()));
    } else if (extern instanceof Tag tag) {
      checkType(expected, extern);
      values.addTag(new ImportTag(from, name, ((EndiveTag) tag).endive()));
    }
  }

  private void checkType(Import expected, Extern found) {
    ExternType type = expected.type();
    if (!type.equals(found.type())) {
      throw new IllegalArgumentException(
          module.module()
              + ": import "
              + expected.qualifiedName()
              + ": expected "
              + type.kind()
              + " "
              + type
              + ", found "
              + found.type().kind()
              + " "
              + found.type());
    }
  }

  private run.endive.runtime.Memory visible(EndiveMemory memory) {
    return module.hasPassiveData() ? new SegmentMemory(memory.endive()) : memory.endive();
  }

  private TableInstance visible(EndiveTable table) {
    return new TableView(table, instance.foreign());
  }

  private run.endive.runtime.Memory newMemory(MemoryLimits asked) {
    long maximum = Math.min(asked.maximumPages(), limits.memoryPages());
    if (asked.initialPages() > maximum) {
      throw new EngineLimitException(
          "memory of " + asked.initialPages() + " pages: limit " + maximum);
    }
    MemoryType type = new MemoryType(new Limits(asked.initialPages(), maximum), asked.shared());
    EndiveMemory memory = EndiveMemory.create(type);
    definedMemories.add(memory);
    return visible(memory);
  }

  // A module's Table object is shared by all of its instances and grows with each of them, so the
  // instance gets one of its own.
  private TableInstance newTable(run.endive.wasm.types.Table asked, int initial) {
    long minimum = asked.limits().min();
    long maximum = Math.min(asked.limits().max(), limits.tableElements());
    if (minimum > maximum) {
      throw new EngineLimitException("table of " + minimum + " elements: limit " + maximum);
    }
    if (asked.elementType().isObjectRef()) {
      definedTables.add(null);
      return new TableInstance(
          new run.endive.wasm.types.Table(
              asked.elementType(), new run.endive.wasm.types.TableLimits(minimum, maximum)),
          initial);
    }
    EndiveTable table =
        new EndiveTable(new TableType(ValueType.FUNCREF, new Limits(minimum, maximum)));
    definedTables.add(table);
    return visible(table);
  }
}

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
import org.dylink.engine.imports.ImportCheck;
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
import run.endive.wasm.types.TagImport;

/** Builds an instance: the imports as Endive wants them, the module's own memories and tables. */
final class EndiveInstanceBuilder {
  private final EndiveModule module;
  private final List<? extends Extern> imports;
  private final InstanceLimits limits;
  private final ImportValues.Builder values = ImportValues.builder();
  private final List<Extern> definedMemories = new ArrayList<>();
  private final List<Extern> definedTables = new ArrayList<>();
  private final EndiveInstance instance;

  EndiveInstanceBuilder(
      EndiveModule module, List<? extends Extern> imports, InstanceLimits limits) {
    this.module = module;
    this.imports = imports;
    this.limits = limits;
    this.instance = new EndiveInstance(module, imports, definedMemories, definedTables);
  }

  Instance build() {
    new ImportCheck(module.module()).check(imports);
    for (int i = 0; i < imports.size(); i++) {
      add(i, imports.get(i));
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
    } catch (EngineLimitException e) {
      throw new EngineLimitException(module.module() + ": " + e.getMessage());
    } catch (WasmEngineException e) {
      throw new IllegalArgumentException(module.module() + ": " + e.getMessage(), e);
    }
    return instance;
  }

  private void add(int index, Extern extern) {
    Import expected = module.module().imports().get(index);
    String from = expected.module();
    String name = expected.name();
    if (extern instanceof Function function) {
      values.addFunction(
          ImportedFunction.of(from, name, (RawFunction) function, instance.foreign()));
    } else if (extern instanceof Memory memory) {
      values.addMemory(new ImportMemory(from, name, visible((EndiveMemory) memory)));
    } else if (extern instanceof Table table) {
      values.addTable(new ImportTable(from, name, visible((EndiveTable) table)));
    } else if (extern instanceof Global global) {
      values.addGlobal(new ImportGlobal(from, name, ((EndiveGlobal) global).endive()));
    } else if (extern instanceof Tag tag) {
      TagImport imported = (TagImport) module.parsed().importSection().getImport(index);
      values.addTag(new ImportTag(from, name, ((EndiveTag) tag).importedAs(imported.tagType())));
    }
  }

  private static run.endive.runtime.Memory visible(EndiveMemory memory) {
    return new SegmentMemory(memory);
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

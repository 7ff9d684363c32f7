package org.dylink.format;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the features that a module uses, each with the first place where it does. What a compiler
 * notes in {@code target_features} is what it was allowed to use, and does not count.
 */
final class FeatureScan {
  private final WasmModule module;
  private final ModuleSections sections;
  private final Map<Feature, String> found = new EnumMap<>(Feature.class);

  private FeatureScan(WasmModule module, ModuleSections sections) {
    this.module = module;
    this.sections = sections;
  }

  /** The features, each with its first place, such as {@code function sum} or {@code memory 1}. */
  static Map<Feature, String> of(WasmModule module, ModuleSections sections) {
    FeatureScan scan = new FeatureScan(module, sections);
    scan.scanTypes();
    scan.scanImports();
    scan.scanMemories();
    scan.scanGlobals();
    scan.scanFunctions();
    return Collections.unmodifiableMap(scan.found);
  }

  private void scanTypes() {
    TypeSpace types = sections.types;
    for (int i = 0; i < types.size(); i++) {
      if (!types.isFunction(i) || types.function(i).definition() != null) {
        note(Feature.GC, "type " + i);
      }
    }
  }

  private void scanImports() {
    for (Import entry : module.imports()) {
      String place = "import " + entry.qualifiedName();
      if (entry.type() instanceof MemoryType memory) {
        noteMemory(memory, place);
      } else if (entry.type() instanceof TableType table) {
        noteAddresses(table.addressType(), place);
      } else if (entry.type() instanceof GlobalType global) {
        noteType(global.value(), place);
      } else if (entry.type() instanceof FunctionType function) {
        noteTypes(function, place);
      }
    }
  }

  private void scanMemories() {
    for (int i = 0; i < sections.memories.size(); i++) {
      noteMemory(sections.memories.get(i), "memory " + i);
    }
    if (sections.memories.size() > 1) {
      note(Feature.MULTI_MEMORY, "memory 1");
    }
  }

  private void noteMemory(MemoryType type, String place) {
    if (type.shared()) {
      note(Feature.SHARED_MEMORY, place);
    }
    noteAddresses(type.addressType(), place);
  }

  private void noteAddresses(AddressType type, String place) {
    if (type == AddressType.I64) {
      note(Feature.MEMORY64, place);
    }
  }

  private void scanGlobals() {
    for (int i = 0; i < sections.globals.size(); i++) {
      noteType(sections.globals.get(i).value(), "global " + i);
    }
    sections.tags.forEach(tag -> noteTypes(tag.payload(), "tag"));
    for (int i = 0; i < sections.tables.size(); i++) {
      noteType(sections.tables.get(i).element(), "table " + i);
      noteAddresses(sections.tables.get(i).addressType(), "table " + i);
    }
    int imported = sections.tables.size() - sections.tableValues.size();
    for (int i = 0; i < sections.tableValues.size(); i++) {
      if (sections.tableValues.get(i) != null) {
        note(Feature.FUNCTION_REFERENCES, "table " + (imported + i));
      }
    }
  }

  private void scanFunctions() {
    if (sections.codeSection == null) {
      return;
    }
    BodyScan bodies =
        new BodyScan(sections.codeSection.renamed("code section"), sections.types.size());
    int imported = module.functionCount() - sections.definedFunctions;
    for (int i = imported; bodies.next() && i < module.functionCount(); i++) {
      Set<Feature> used = bodies.scan();
      addTypes(used, module.functionType(i).params());
      addTypes(used, module.functionType(i).results());
      if (!found.keySet().containsAll(used)) {
        noteAll(used, "function " + module.functionName(i));
      }
    }
  }

  private void noteAll(Set<Feature> used, String place) {
    used.forEach(feature -> found.putIfAbsent(feature, place));
  }

  private void noteTypes(FunctionType type, String place) {
    Set<Feature> used = EnumSet.noneOf(Feature.class);
    addTypes(used, type.params());
    addTypes(used, type.results());
    noteAll(used, place);
  }

  private void noteType(ValueType type, String place) {
    noteTypes(new FunctionType(List.of(type), List.of()), place);
  }

  private static void addTypes(Set<Feature> used, List<ValueType> types) {
    for (ValueType type : types) {
      if (type == ValueType.V128) {
        used.add(Feature.SIMD);
      } else if (type.isReference()) {
        addReference(used, type);
      }
    }
  }

  private static void addReference(Set<Feature> used, ValueType type) {
    HeapType referred = type.heapType();
    HeapType.Abstract top = referred.top();
    if (top == HeapType.Abstract.ANY
        || (referred != top && referred instanceof HeapType.Abstract)) {
      used.add(Feature.GC);
    } else if (top == HeapType.Abstract.EXN) {
      used.add(Feature.EXCEPTIONS);
    }
    if (!type.isNullable() || referred instanceof DefinedType) {
      used.add(Feature.FUNCTION_REFERENCES);
    }
  }

  private void note(Feature feature, String place) {
    found.putIfAbsent(feature, place);
  }
}

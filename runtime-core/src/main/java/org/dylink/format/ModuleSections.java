package org.dylink.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The index spaces of a module, filled section by section while it is read. */
final class ModuleSections {
  final TypeSpace types = new TypeSpace();
  final List<Section> all = new ArrayList<>();
  final List<Import> imports = new ArrayList<>();
  final List<FunctionType> functions = new ArrayList<>();
  final List<TableType> tables = new ArrayList<>();
  final List<MemoryType> memories = new ArrayList<>();
  final List<GlobalType> globals = new ArrayList<>();
  final List<TagType> tags = new ArrayList<>();
  final Map<String, Export> exports = new LinkedHashMap<>();
  final List<ConstantExpression> initialValues = new ArrayList<>();
  final List<ConstantExpression> tableValues = new ArrayList<>(); // null where a table has none
  final List<ElementSegment> elements = new ArrayList<>();
  final List<DataSegment> data = new ArrayList<>();
  private final Map<Integer, String> exportedNames = new HashMap<>();
  OptionalInt startFunction = OptionalInt.empty();
  DylinkSection dylink;
  boolean hasOldDylink;
  SectionCursor nameSection;
  SectionCursor codeSection;
  int definedFunctions;
  private ModuleNames names; // guarded by this

  void addImport(Import entry) {
    imports.add(entry);
    add(entry.type());
  }

  /** Appends to the index space that the type belongs to. */
  void add(ExternType type) {
    if (type instanceof FunctionType function) {
      functions.add(function);
    } else if (type instanceof TableType table) {
      tables.add(table);
    } else if (type instanceof MemoryType memory) {
      memories.add(memory);
    } else if (type instanceof GlobalType global) {
      globals.add(global);
    } else if (type instanceof TagType tag) {
      tags.add(tag);
    }
  }

  /** Adds an export; false if another has its name. */
  boolean addExport(Export export) {
    if (export.type() instanceof FunctionType) {
      exportedNames.putIfAbsent(export.index(), export.name());
    }
    return exports.put(export.name(), export) == null;
  }

  String functionName(int index) {
    String name = names().functions().getOrDefault(index, exportedNames.get(index));
    return name != null ? name : "func[" + index + "]";
  }

  OptionalInt globalNamed(String name) {
    return names().globals().entrySet().stream()
        .filter(entry -> entry.getValue().equals(name))
        .mapToInt(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether the name section calls a data segment so. */
  boolean hasDataNamed(String name) {
    return names().data().containsValue(name);
  }

  // Read when first asked for: most modules never need a name.
  private synchronized ModuleNames names() {
    if (names == null) {
      names = nameSection == null ? ModuleNames.none() : NameReader.read(nameSection);
      nameSection = null;
    }
    return names;
  }
}

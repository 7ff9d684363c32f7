package org.dylink.format;

import java.util.ArrayList;
import java.util.List;

/** Reads the sections that make up a module's index spaces. */
final class SectionReader {
  private static final int FUNCTION_FORM = 0x60;
  private static final int CONTINUATION_FORM = 0x5d;
  // Recursive groups, subtypes, arrays and structs lie between here and functions.
  private static final int LOWEST_GC_FORM = 0x4e;

  private final ModuleSections sections;

  SectionReader(ModuleSections sections) {
    this.sections = sections;
  }

  void readTypes(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int start = body.offset();
      int form = body.u8("type form");
      if (form == CONTINUATION_FORM) {
        throw body.lacking(Feature.STACK_SWITCHING, start);
      } else if (form >= LOWEST_GC_FORM && form < FUNCTION_FORM) {
        throw body.lacking(Feature.GC, start);
      } else if (form != FUNCTION_FORM) {
        throw body.error(
            "type form 0x"
                + Integer.toHexString(form)
                + body.atOffset(start)
                + " is not supported: only function types are");
      }
      sections.types.add(new FunctionType(readValueTypes(body), readValueTypes(body)));
    }
  }

  void readImports(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      String module = body.name("module");
      String name = body.name("name");
      sections.addImport(new Import(module, name, readExternType(body)));
    }
  }

  void readFunctions(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(typeAt(body));
      sections.definedFunctions++;
    }
  }

  void readTables(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      noteInitializer(body);
      sections.add(TypeReader.readTable(body));
    }
  }

  // Made for tables of what cannot be null; not every engine evaluates it.
  private void noteInitializer(SectionCursor body) {
    if (body.peek() == TypeReader.TABLE_WITH_INITIALIZER) {
      sections.features.putIfAbsent(Feature.FUNCTION_REFERENCES, "table " + sections.tables.size());
    }
  }

  void readMemories(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(TypeReader.readMemory(body));
    }
  }

  void readGlobals(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(TypeReader.readGlobal(body));
      sections.initialValues.add(ConstantExpression.read(body));
    }
  }

  void readTags(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(readTag(body));
    }
  }

  void readExports(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      int start = body.offset();
      Export export = readExport(body);
      if (!sections.addExport(export)) {
        throw body.error("two exports are named " + export.name() + body.atOffset(start));
      }
    }
  }

  int functionIndex(SectionCursor body) throws MalformedModuleException {
    return index(body, "function index", sections.functions);
  }

  private Export readExport(SectionCursor body) throws MalformedModuleException {
    String name = body.name("name");
    int start = body.offset();
    int kind = body.u8("kind");
    List<? extends ExternType> space =
        switch (kind) {
          case 0 -> sections.functions;
          case 1 -> sections.tables;
          case 2 -> sections.memories;
          case 3 -> sections.globals;
          case 4 -> sections.tags;
          default -> throw body.error("export kind " + kind + body.atOffset(start));
        };
    int index = index(body, "index of " + name, space);
    return new Export(name, space.get(index), index);
  }

  private ExternType readExternType(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    int kind = body.u8("kind");
    return switch (kind) {
      case 0 -> typeAt(body);
      case 1 -> TypeReader.readTable(body);
      case 2 -> TypeReader.readMemory(body);
      case 3 -> TypeReader.readGlobal(body);
      case 4 -> readTag(body);
      default -> throw body.error("import kind " + kind + body.atOffset(start));
    };
  }

  private TagType readTag(SectionCursor body) throws MalformedModuleException {
    body.skip("tag attribute", 1);
    int start = body.offset();
    FunctionType payload = typeAt(body);
    // Endive checks it for tags that the module defines, not for those that it imports.
    if (!payload.results().isEmpty()) {
      throw body.error("tag type: " + payload + body.atOffset(start) + " has results");
    }
    return new TagType(payload);
  }

  private FunctionType typeAt(SectionCursor body) throws MalformedModuleException {
    return sections.types.get(index(body, "type index", sections.types));
  }

  private static List<ValueType> readValueTypes(SectionCursor body)
      throws MalformedModuleException {
    int count = body.count("count");
    List<ValueType> types = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      types.add(TypeReader.readValueType(body));
    }
    return types;
  }

  private static int index(SectionCursor body, String what, List<?> space)
      throws MalformedModuleException {
    return body.index(what, space.size());
  }
}

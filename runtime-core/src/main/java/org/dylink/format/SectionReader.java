package org.dylink.format;

import java.util.List;

/** Reads the sections that make up a module's index spaces. */
final class SectionReader {
  private final ModuleSections sections;
  private final TypeReader types;

  SectionReader(ModuleSections sections) {
    this.sections = sections;
    this.types = new TypeReader(sections.types);
  }

  void readTypes(SectionCursor body) throws MalformedModuleException {
    new TypeSectionReader(body, sections.types).read();
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
      boolean hasInitializer = body.peek() == TypeReader.TABLE_WITH_INITIALIZER;
      if (hasInitializer) {
        body.skip("table with initializer", 1);
        readReserved(body);
      }
      sections.add(types.readTable(body));
      sections.tableValues.add(hasInitializer ? ConstantExpression.read(body) : null);
    }
  }

  private static void readReserved(SectionCursor body) throws MalformedModuleException {
    int start = body.offset();
    if (body.u8("reserved byte") != 0) {
      throw body.error("zero byte expected" + body.atOffset(start));
    }
  }

  void readElements(SectionCursor body) throws MalformedModuleException {
    sections.elements.addAll(new SegmentReader(types).readElements(body));
  }

  void readMemories(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(TypeReader.readMemory(body));
    }
  }

  void readGlobals(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      sections.add(types.readGlobal(body));
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
      case 1 -> types.readTable(body);
      case 2 -> TypeReader.readMemory(body);
      case 3 -> types.readGlobal(body);
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
    int start = body.offset();
    int index = body.index("type index", sections.types.size());
    if (!sections.types.isFunction(index)) {
      throw body.error("type " + index + body.atOffset(start) + " is not one of functions");
    }
    return sections.types.function(index);
  }

  private static int index(SectionCursor body, String what, List<?> space)
      throws MalformedModuleException {
    return body.index(what, space.size());
  }
}

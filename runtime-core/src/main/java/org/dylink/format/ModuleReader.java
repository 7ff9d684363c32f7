package org.dylink.format;

import java.util.OptionalInt;

/**
 * Reads a module's sections in the order of the file (WebAssembly Core, Binary Format, Modules).
 */
final class ModuleReader {
  private static final int CUSTOM = 0;
  private static final int TYPE = 1;
  private static final int IMPORT = 2;
  private static final int FUNCTION = 3;
  private static final int TABLE = 4;
  private static final int MEMORY = 5;
  private static final int GLOBAL = 6;
  private static final int EXPORT = 7;
  private static final int START = 8;
  private static final int ELEMENT = 9;
  private static final int CODE = 10;
  private static final int DATA = 11;
  private static final int TAG = 13;
  private static final String[] NAMES = {
    "custom",
    "type",
    "import",
    "function",
    "table",
    "memory",
    "global",
    "export",
    "start",
    "element",
    "code",
    "data",
    "data count",
    "tag"
  };

  private final ModuleSections sections = new ModuleSections();
  private final SectionReader reader = new SectionReader(sections);

  private ModuleReader() {}

  static ModuleSections read(String name, byte[] bytes) throws MalformedModuleException {
    FileHeader.check(name, bytes);
    ModuleReader reader = new ModuleReader();
    ByteCursor file = new ByteCursor(name, "", bytes, FileHeader.SIZE, bytes.length);
    for (boolean first = true; !file.atEnd(); first = false) {
      reader.readSection(file, first);
    }
    return reader.sections;
  }

  private void readSection(ByteCursor file, boolean first) throws MalformedModuleException {
    int id = file.u8("section id");
    String name = id < NAMES.length ? NAMES[id].concat(" section") : "section " + id;
    ByteCursor body = file.slice(name, file.u32(name));
    switch (id) {
      case CUSTOM -> readCustom(body, first);
      case TYPE -> reader.readTypes(body);
      case IMPORT -> reader.readImports(body);
      case FUNCTION -> reader.readFunctions(body);
      case TABLE -> reader.readTables(body);
      case MEMORY -> reader.readMemories(body);
      case GLOBAL -> reader.readGlobals(body);
      case EXPORT -> reader.readExports(body);
      case START -> sections.startFunction = OptionalInt.of(reader.functionIndex(body));
      case ELEMENT -> SegmentReader.skipElements(body);
      case CODE -> readCode(body);
      case DATA -> SegmentReader.skipData(body);
      case TAG -> reader.readTags(body);
      default -> body.skip("contents", body.left());
    }
    if (id != CUSTOM && !body.atEnd()) {
      throw body.error("section size mismatch: " + body.left() + " bytes left");
    }
  }

  private void readCode(ByteCursor body) throws MalformedModuleException {
    sections.codeSection = body.renamed("code section");
    body.skip("contents", body.left());
  }

  private void readCustom(ByteCursor body, boolean first) throws MalformedModuleException {
    String name = body.name("name");
    // The convention: dylink.0 is the first section, so that a loader finds it without a search.
    if (first && name.equals(DylinkSection.NAME)) {
      sections.dylink = DylinkReader.read(body.renamed(DylinkSection.NAME));
    } else if (first && name.equals(DylinkSection.OLD_NAME)) {
      sections.dylink = DylinkReader.readOld(body.renamed(DylinkSection.OLD_NAME));
      sections.hasOldDylink = true;
    } else if (name.equals(NameReader.SECTION)) {
      sections.nameSection = body.renamed(NameReader.SECTION);
    }
  }
}

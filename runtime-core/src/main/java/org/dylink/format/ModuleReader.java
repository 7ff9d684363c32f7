package org.dylink.format;

import java.util.OptionalInt;

/**
 * Reads a module's sections in the order of the file (WebAssembly Core, Binary Format, Modules).
 */
final class ModuleReader {
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

  static ModuleSections read(String name, ModuleBytes bytes) throws MalformedModuleException {
    FileHeader.check(name, bytes.array());
    ModuleReader reader = new ModuleReader();
    SectionCursor file = new SectionCursor(name, "", bytes, FileHeader.SIZE, bytes.size());
    for (boolean first = true; !file.atEnd(); first = false) {
      reader.readSection(file, first);
    }
    return reader.sections;
  }

  private void readSection(SectionCursor file, boolean first) throws MalformedModuleException {
    int start = file.offset();
    int id = file.u8("section id");
    String name = id < NAMES.length ? NAMES[id].concat(" section") : "section " + id;
    SectionCursor body = file.slice(name, file.u32(name));
    sections.all.add(new Section(id, start, body.offset(), body.end()));
    switch (id) {
      case Section.CUSTOM -> readCustom(body, first);
      case Section.TYPE -> reader.readTypes(body);
      case Section.IMPORT -> reader.readImports(body);
      case Section.FUNCTION -> reader.readFunctions(body);
      case Section.TABLE -> reader.readTables(body);
      case Section.MEMORY -> reader.readMemories(body);
      case Section.GLOBAL -> reader.readGlobals(body);
      case Section.EXPORT -> reader.readExports(body);
      case Section.START -> sections.startFunction = OptionalInt.of(reader.functionIndex(body));
      case Section.ELEMENT -> reader.readElements(body);
      case Section.CODE -> readCode(body);
      case Section.DATA -> sections.data.addAll(SegmentReader.readData(body));
      case Section.TAG -> reader.readTags(body);
      default -> body.skip("contents", body.left());
    }
    if (id != Section.CUSTOM && !body.atEnd()) {
      throw body.error("section size mismatch: " + body.left() + " bytes left");
    }
  }

  private void readCode(SectionCursor body) throws MalformedModuleException {
    sections.codeSection = body.renamed("code section");
    body.skip("contents", body.left());
  }

  private void readCustom(SectionCursor body, boolean first) throws MalformedModuleException {
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

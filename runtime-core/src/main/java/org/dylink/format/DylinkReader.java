package org.dylink.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dylink.format.DylinkSection.ImportedSymbol;

/** Reads the contents of a {@code dylink.0} section, sub-section by sub-section. */
final class DylinkReader {
  private static final int MEM_INFO = 1;
  private static final int NEEDED = 2;
  private static final int EXPORT_INFO = 3;
  private static final int IMPORT_INFO = 4;
  private static final int RUNTIME_PATH = 5;

  // An alignment is a promise about an address, and every library of a program pays for it with
  // unused bytes; 1 MiB is far above what compilers ask for and far below what could exhaust
  // memory.
  private static final int MAX_ALIGNMENT_EXPONENT = 20;

  // Each is searched for, in every folder: what a file can ask for has a bound.
  private static final int MOST_NAMES = 10_000;

  // Each of those names is searched for in each of these.
  private static final int MOST_FOLDERS = 256;

  private MemoryInfo memoryInfo = MemoryInfo.NONE;
  private final List<String> needed = new ArrayList<>();
  private final Map<String, SymbolFlags> exportFlags = new LinkedHashMap<>();
  private final Map<ImportedSymbol, SymbolFlags> importFlags = new LinkedHashMap<>();
  private final List<String> runtimePath = new ArrayList<>();

  private DylinkReader() {}

  static DylinkSection read(SectionCursor section) throws MalformedModuleException {
    DylinkReader reader = new DylinkReader();
    while (!section.atEnd()) {
      reader.readSubsection(section);
    }
    return new DylinkSection(
        reader.memoryInfo,
        reader.needed,
        reader.exportFlags,
        reader.importFlags,
        reader.runtimePath);
  }

  /**
   * The section {@code dylink} of compilers before 2021, which has no sub-sections: sizes and
   * alignments of data and table, then what is needed.
   */
  static DylinkSection readOld(SectionCursor section) throws MalformedModuleException {
    MemoryInfo info = readMemoryInfo(section);
    List<String> needed = new ArrayList<>();
    readNames(section, MOST_NAMES, needed);
    if (!section.atEnd()) {
      throw section.error(section.left() + " bytes too many" + section.atOffset(section.offset()));
    }
    return new DylinkSection(info, needed, Map.of(), Map.of(), List.of());
  }

  private void readSubsection(SectionCursor section) throws MalformedModuleException {
    int type = section.u8("sub-section type");
    String name = nameOf(type);
    SectionCursor body = section.slice(name, section.u32(name));
    switch (type) {
      case MEM_INFO -> memoryInfo = readMemoryInfo(body);
      case NEEDED -> readNames(body, MOST_NAMES, needed);
      case EXPORT_INFO -> readExportInfo(body);
      case IMPORT_INFO -> readImportInfo(body);
      case RUNTIME_PATH -> readNames(body, MOST_FOLDERS, runtimePath);
      default -> body.skip("contents", body.left());
    }
    if (!body.atEnd()) {
      throw body.error(body.left() + " bytes too many" + body.atOffset(body.offset()));
    }
  }

  private static MemoryInfo readMemoryInfo(SectionCursor body) throws MalformedModuleException {
    long memorySize = body.u32("memory size");
    int memoryAlignment = readAlignment(body, "memory alignment");
    long tableSize = body.u32("table size");
    int tableAlignment = readAlignment(body, "table alignment");
    return new MemoryInfo(memorySize, memoryAlignment, tableSize, tableAlignment);
  }

  private static int readAlignment(SectionCursor body, String what)
      throws MalformedModuleException {
    int start = body.offset();
    long exponent = body.u32(what);
    if (exponent > MAX_ALIGNMENT_EXPONENT) {
      throw body.error(
          what
              + ": 2^"
              + exponent
              + body.atOffset(start)
              + ", at most 2^"
              + MAX_ALIGNMENT_EXPONENT);
    }
    return 1 << exponent;
  }

  private static void readNames(SectionCursor body, int most, List<String> names)
      throws MalformedModuleException {
    int start = body.offset();
    int count = body.count("count");
    if (count > most) {
      throw body.error("count: " + count + " names" + body.atOffset(start) + ", at most " + most);
    }
    for (int left = count; left > 0; left--) {
      names.add(body.name("name"));
    }
  }

  private void readExportInfo(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      String name = body.name("name");
      addFlags(exportFlags, name, readFlags(body));
    }
  }

  private void readImportInfo(SectionCursor body) throws MalformedModuleException {
    for (int left = body.count("count"); left > 0; left--) {
      ImportedSymbol symbol = new ImportedSymbol(body.name("module"), body.name("name"));
      addFlags(importFlags, symbol, readFlags(body));
    }
  }

  // No Map.merge: in a JVM that has just started, the first lambda costs more than the whole file.
  private static <K> void addFlags(Map<K, SymbolFlags> all, K key, SymbolFlags flags) {
    SymbolFlags before = all.get(key);
    all.put(key, before == null ? flags : before.and(flags));
  }

  private static SymbolFlags readFlags(SectionCursor body) throws MalformedModuleException {
    return new SymbolFlags((int) body.u32("flags"));
  }

  private static String nameOf(int type) {
    return switch (type) {
      case MEM_INFO -> "mem-info";
      case NEEDED -> "needed";
      case EXPORT_INFO -> "export-info";
      case IMPORT_INFO -> "import-info";
      case RUNTIME_PATH -> "runtime-path";
      default -> "sub-section " + type;
    };
  }
}

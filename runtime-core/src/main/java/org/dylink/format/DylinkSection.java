package org.dylink.format;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code dylink.0} section (tool-conventions, DynamicLinking.md, "The dylink.0 Section").
 * Repeated sub-sections add up; of several MEM_INFO the last one counts.
 *
 * @param memoryInfo size and alignment of data and slots
 * @param needed names of the libraries that must be loaded first, in order
 * @param exportFlags flags by exported name, of the exports that have any
 * @param importFlags flags by imported symbol, of the imports that have any
 * @param runtimePath folders to search for what is needed, in order; may hold {@code $ORIGIN}
 */
public record DylinkSection(
    MemoryInfo memoryInfo,
    List<String> needed,
    Map<String, SymbolFlags> exportFlags,
    Map<ImportedSymbol, SymbolFlags> importFlags,
    List<String> runtimePath) {

  /**
   * An import as IMPORT_INFO names it.
   *
   * @param module the import module
   * @param name the symbol
   */
  public record ImportedSymbol(String module, String name) implements Comparable<ImportedSymbol> {
    // As a record has them, but without the code that a JVM generates at their first call: that
    // takes longer than reading a library.
    @Override
    public boolean equals(Object other) {
      return other instanceof ImportedSymbol symbol
          && module.equals(symbol.module)
          && name.equals(symbol.name);
    }

    @Override
    public int hashCode() {
      return 31 * module.hashCode() + name.hashCode();
    }

    /** By name, then module: maps go by it where a file has many names of one hash code. */
    @Override
    public int compareTo(ImportedSymbol other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : module.compareTo(other.module);
    }
  }

  /** The name of the custom section. */
  public static final String NAME = "dylink.0";

  /** The name of what stood in its place before 2021; it tells sizes and needs alone. */
  public static final String OLD_NAME = "dylink";

  public DylinkSection {
    needed = List.copyOf(needed);
    // Map.copyOf would look through all names of one hash code, or of neighbours, for each.
    exportFlags = Collections.unmodifiableMap(new HashMap<>(exportFlags));
    importFlags = Collections.unmodifiableMap(new HashMap<>(importFlags));
    runtimePath = List.copyOf(runtimePath);
  }

  /** The flags of an exported symbol; none where the section does not mention it. */
  public SymbolFlags exportFlags(String name) {
    return exportFlags.getOrDefault(name, SymbolFlags.NONE);
  }

  /**
   * The flags of an imported symbol. wasm-ld writes the flags of {@code GOT.mem} and {@code
   * GOT.func} imports under module {@code env}, so both places count.
   */
  public SymbolFlags importFlags(String module, String name) {
    SymbolFlags own = importFlags.getOrDefault(new ImportedSymbol(module, name), SymbolFlags.NONE);
    return own.and(importFlags.getOrDefault(new ImportedSymbol("env", name), SymbolFlags.NONE));
  }
}

package org.dylink.app.command;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.dylink.app.Columns;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.SymbolFlags;
import org.dylink.format.WasmModule;
import org.dylink.linker.AbiNames;
import org.dylink.linker.Symbol;

/** The symbols of a module, a line each: what it defines, then what it uses. */
final class SymbolTable {
  // The type of a function whose address alone is used stands nowhere in the module.
  private static final String UNKNOWN_TYPE = "-";

  private final WasmModule module;
  private final Columns columns = new Columns();
  private final Set<String> used = new HashSet<>();

  private SymbolTable(WasmModule module) {
    this.module = module;
  }

  /** The table with a line of headings. */
  static String of(WasmModule module) {
    SymbolTable table = new SymbolTable(module);
    table.columns.row("NAME", "KIND", "TYPE", "FLAGS");
    for (Symbol symbol : Symbol.exportedBy(module)) {
      table.columns.row(
          symbol.name(),
          symbol.kind().name().toLowerCase(Locale.ROOT),
          symbol.type().toString(),
          words(symbol.flags(), ""));
    }
    module.imports().forEach(table::addUsed);
    return table.columns.toString();
  }

  private void addUsed(Import symbol) {
    switch (symbol.module()) {
      case AbiNames.GOT_MEM -> addUsed(symbol, symbol.name(), "data", "i32");
      case AbiNames.GOT_FUNC -> addAddress(symbol);
      case AbiNames.ENV -> addFromEnv(symbol);
      default -> addUsed(symbol, symbol.qualifiedName(), symbol.type().kind(), type(symbol));
    }
  }

  /** A function that is called, too, has its line already, with the type. */
  private void addAddress(Import symbol) {
    boolean called =
        module.imports().stream()
            .anyMatch(i -> i.module().equals(AbiNames.ENV) && i.name().equals(symbol.name()));
    if (!called) {
      addUsed(symbol, symbol.name(), "function", UNKNOWN_TYPE);
    }
  }

  /** The memory, the table and the globals of {@code env} are the linker's own, and no symbols. */
  private void addFromEnv(Import symbol) {
    ExternType type = symbol.type();
    if (type instanceof FunctionType || type.kind().equals("tag")) {
      addUsed(symbol, symbol.name(), type.kind(), type(symbol));
    }
  }

  private void addUsed(Import symbol, String name, String kind, String type) {
    if (used.add(name)) {
      SymbolFlags flags =
          module
              .dylink()
              .map(d -> d.importFlags(symbol.module(), symbol.name()))
              .orElse(SymbolFlags.NONE);
      columns.row(name, kind, type, words(flags, "U "));
    }
  }

  private static String type(Import symbol) {
    return symbol.type().toString();
  }

  private static String words(SymbolFlags flags, String first) {
    StringBuilder words = new StringBuilder(first);
    append(words, flags.isWeak(), "weak");
    append(words, flags.isHidden(), "hidden");
    append(words, flags.isThreadLocal(), "tls");
    append(words, flags.isAbsolute(), "absolute");
    return words.toString().strip();
  }

  private static void append(StringBuilder words, boolean set, String word) {
    if (set) {
      words.append(word).append(' ');
    }
  }
}

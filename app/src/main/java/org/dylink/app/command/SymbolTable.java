package org.dylink.app.command;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dylink.app.Columns;
import org.dylink.format.ExternType;
import org.dylink.format.SymbolFlags;
import org.dylink.linker.Library;
import org.dylink.linker.SymbolBinding;

/** The symbols of a library, a line each: what it defines, then what it uses. */
final class SymbolTable {
  // The type of a function whose address alone is used stands nowhere in the module.
  private static final String UNKNOWN_TYPE = "-";

  private SymbolTable() {}

  /** The table with a line of headings. */
  static String of(Library library, List<SymbolBinding> bindings) {
    Columns columns = new Columns();
    columns.row("NAME", "KIND", "TYPE", "FLAGS", "DEFINED BY", "USED BY");
    for (SymbolBinding binding : bindings) {
      boolean own = binding.definer().library().equals(Optional.of(library));
      columns.row(
          binding.symbol(),
          binding.kind().name().toLowerCase(Locale.ROOT),
          binding.type().map(ExternType::toString).orElse(UNKNOWN_TYPE),
          words(binding.flags(), own ? "" : "U "),
          binding.definer().toString(),
          binding.users().stream().map(Library::name).collect(joining(", ")));
    }
    return columns.toString();
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

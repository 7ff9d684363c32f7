package org.dylink.linker.testing;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.SymbolBinding;

/** Bindings as lines of text. */
public final class Bindings {
  private Bindings() {}

  /** A line a binding: {@code function f: libfoo.so, used by main.wasm}. */
  public static List<String> lines(List<SymbolBinding> bindings) {
    return bindings.stream().map(Bindings::line).toList();
  }

  private static String line(SymbolBinding binding) {
    return binding.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + binding.symbol()
        + ": "
        + binding.definer()
        + binding.users().stream().map(Library::name).collect(joining(", ", ", used by ", ""));
  }

  /** The only binding of a symbol. */
  public static SymbolBinding of(String symbol, List<SymbolBinding> bindings) {
    List<SymbolBinding> found = bindings.stream().filter(b -> b.symbol().equals(symbol)).toList();
    return Optional.of(found)
        .filter(all -> all.size() == 1)
        .map(all -> all.get(0))
        .orElseThrow(() -> new AssertionError(symbol + ": " + lines(found)));
  }
}

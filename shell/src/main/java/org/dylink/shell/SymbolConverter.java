package org.dylink.shell;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.apache.felix.service.command.Converter;
import org.dylink.format.SymbolFlags;
import org.dylink.linker.Symbol;
import org.osgi.service.component.annotations.Component;

/** Prints symbols: name, kind, type and flags. */
@Component(
    service = Converter.class,
    property = Converter.CONVERTER_CLASSES + "=org.dylink.linker.Symbol")
public final class SymbolConverter extends TableConverter<Symbol> {
  /** Makes the converter; it has no state. */
  public SymbolConverter() {
    super(Symbol.class);
  }

  @Override
  TextTable table(List<Symbol> symbols) {
    TextTable table = new TextTable("NAME", "KIND", "TYPE", "FLAGS");
    for (Symbol symbol : symbols) {
      table.row(symbol.name(), word(symbol.kind()), symbol.type(), flags(symbol.flags()));
    }
    return table;
  }

  @Override
  String name(Symbol symbol) {
    return symbol.name();
  }

  static String word(Symbol.Kind kind) {
    return Words.lowerCase(kind);
  }

  static String flags(SymbolFlags flags) {
    return Stream.of(
            flags.isWeak() ? "weak" : "",
            flags.isLocal() ? "local" : "",
            flags.isHidden() ? "hidden" : "",
            flags.isThreadLocal() ? "thread-local" : "",
            flags.isAbsolute() ? "absolute" : "")
        .filter(word -> !word.isEmpty())
        .collect(joining(", "));
  }
}

package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.linker.Library;
import org.dylink.linker.Linker;
import org.dylink.linker.Symbol;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:symbols}. */
@Component(service = ListSymbols.class)
@GogoCommand(scope = "wasm", function = "symbols")
public final class ListSymbols {
  private final Linker linker;

  /** Lists symbols of one linker's libraries. */
  @Activate
  public ListSymbols(@Reference Linker linker) {
    this.linker = linker;
  }

  /** The symbols that a library exports, in the order of the file. */
  @Descriptor("lists the symbols that a library exports")
  public List<Symbol> symbols(
      @Descriptor("only names that contain this, or that match it: -p 'str*', quoted")
          @Parameter(
              names = {"-p", "--pattern"},
              absentValue = "")
          String pattern,
      @Descriptor("NAME or NAME@VERSION of a library") String... name) {
    Library library = Names.library(linker, Names.one("wasm:symbols [-p PATTERN] NAME", name));
    SymbolPattern wanted = new SymbolPattern(pattern);
    return new Listing<>(
        Symbol.class, library.symbols().stream().filter(s -> wanted.test(s.name())).toList());
  }
}

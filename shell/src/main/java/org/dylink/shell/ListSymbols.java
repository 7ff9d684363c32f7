package org.dylink.shell;

import java.util.List;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.dylink.format.NamePattern;
import org.dylink.linker.Linker;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.runtime.LinkerRuntime;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code wasm:symbols}. */
@Component(service = ListSymbols.class)
@GogoCommand(scope = "wasm", function = "symbols")
public final class ListSymbols extends WasmCommand {
  private final Linker linker;
  private final LinkerRuntime runtime;

  /** Lists symbols of one linker's libraries. */
  @Activate
  public ListSymbols(@Reference Linker linker, @Reference LinkerRuntime runtime) {
    super("symbols [-p PATTERN] NAME|ID");
    this.linker = linker;
    this.runtime = runtime;
  }

  /**
   * The symbols of a library as a link would bind them, or those of a program as they are bound.
   */
  @Descriptor("lists the symbols of a library or a program, who defines and who uses them")
  public List<SymbolBinding> symbols(
      @Descriptor("only names that contain this, or that match it: -p 'str*', quoted")
          @Parameter(
              names = {"-p", "--pattern"},
              absentValue = "")
          String pattern,
      @Descriptor("NAME or NAME@VERSION of a library, or the id of a program") String... name) {
    String word = one(name);
    NamePattern wanted = new NamePattern(pattern);
    return new Listing<>(
        SymbolBinding.class,
        bindings(word).stream().filter(binding -> wanted.test(binding.symbol())).toList());
  }

  /** A number is an id: a program is mostly named as its library is. */
  private List<SymbolBinding> bindings(String word) {
    return Names.isId(word)
        ? Names.program(linker, word).bindings()
        : linker.bindings(Names.linkable(linker, runtime, word));
  }
}

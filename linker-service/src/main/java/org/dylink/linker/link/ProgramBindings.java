package org.dylink.linker.link;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dylink.linker.Definer;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.SymbolBinding;

/** Tells what the symbols that a program's libraries use are bound to; runs no guest code. */
final class ProgramBindings {
  private final ProgramImage image;

  ProgramBindings(ProgramImage image) {
    this.image = image;
  }

  /** Those of all libraries, then those of plain modules. */
  List<SymbolBinding> list() {
    Stream<LoadedModule> plain = StreamSupport.stream(image.plain().inOrder().spliterator(), false);
    // Before the resolution: a dlopen changes it first, so that it has all of these.
    List<LoadedModule> users = Stream.concat(image.modules().stream(), plain).toList();
    ImportBindings bindings = bindings();
    return SymbolBinding.merged(users.stream().flatMap(bindings::of));
  }

  /** Tells of each binding of a library, as {@code LD_DEBUG=bindings} does. */
  void tell(LoadedModule module, LinkTrace trace) {
    if (trace != LinkTrace.NONE) {
      SymbolBinding.merged(bindings().of(module))
          .forEach(each -> trace.step(module.name(), text(each)));
    }
  }

  private ImportBindings bindings() {
    return ImportBindings.ofProgram(image.resolution(), image.binder()::address);
  }

  private static String text(SymbolBinding binding) {
    String symbol = binding.kind().name().toLowerCase(Locale.ROOT) + " " + binding.symbol();
    return binding.definer().equals(Definer.NOBODY)
        ? "not bound: " + symbol
        : "binding to " + binding.definer() + ": " + symbol;
  }
}

package org.dylink.linker.link.image;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dylink.linker.Definer;
import org.dylink.linker.LinkTrace;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.ImportBindings;

/** Tells what the symbols that a program's libraries use are bound to; runs no guest code. */
public final class ProgramBindings {
  private final ProgramImage image;

  public ProgramBindings(ProgramImage image) {
    this.image = image;
  }

  /** Those of all libraries, then those of plain modules. */
  public List<SymbolBinding> list() {
    Stream<Place> plain = StreamSupport.stream(image.plain().inOrder().spliterator(), false);
    // Before the resolution: a dlopen changes it first, so that it has all of these.
    List<Place> users = Stream.concat(image.places().stream(), plain).toList();
    ImportBindings bindings = bindings();
    return SymbolBinding.merged(users.stream().flatMap(bindings::of));
  }

  /** Tells of each binding of a library, as {@code LD_DEBUG=bindings} does. */
  void tell(Place place, LinkTrace trace) {
    if (trace != LinkTrace.NONE) {
      SymbolBinding.merged(bindings().of(place))
          .forEach(each -> trace.step(place.name(), text(each)));
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

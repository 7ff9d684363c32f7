package org.dylink.linker.link.resolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dylink.format.Import;
import org.dylink.linker.Library;
import org.dylink.linker.Symbol;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;

/** What a link would bind symbols to: the resolution of a program that nobody links. */
public final class BindingPreview {
  private final List<Place> modules;
  private final Resolution resolution;

  private BindingPreview(List<Library> libraries) {
    this.modules = libraries.stream().map(library -> new Place(library, null)).toList();
    SymbolScope scope = new SymbolScope(modules);
    modules.forEach(module -> module.setScope(scope));
    this.resolution = Resolver.of(modules, new Anything(), false);
  }

  /**
   * The symbols that the first library exports, then those that it uses, each with its definer and
   * users. An import module other than {@code env} counts as the host's; what the host has in
   * {@code env} is known only in a program.
   *
   * @param scope the library, then all that it needs, breadth first
   * @param others the same for other libraries: in their programs, too, the library may be used
   */
  public static List<SymbolBinding> of(List<Library> scope, List<List<Library>> others) {
    Library library = scope.get(0);
    BindingPreview preview = new BindingPreview(scope);
    Stream<SymbolBinding> defined = library.symbols().stream().map(preview::defined);
    Stream<SymbolBinding> used = preview.usedBy(preview.modules.get(0));
    Stream<SymbolBinding> usedByOthers =
        Stream.concat(Stream.of(preview), others.stream().map(BindingPreview::new))
            .flatMap(BindingPreview::used)
            .filter(binding -> binding.definer().library().equals(Optional.of(library)));
    return SymbolBinding.merged(Stream.of(defined, used, usedByOthers).flatMap(all -> all));
  }

  private SymbolBinding defined(Symbol symbol) {
    Bound bound = Resolver.meaning(symbol.name(), symbol.kind(), modules.get(0));
    return new SymbolBinding(
        symbol.name(),
        symbol.kind(),
        Optional.of(symbol.type()),
        symbol.flags(),
        ImportBindings.definer(bound, AbiNames.ENV),
        OptionalInt.empty(),
        List.of());
  }

  private Stream<SymbolBinding> used() {
    return modules.stream().flatMap(this::usedBy);
  }

  private Stream<SymbolBinding> usedBy(Place user) {
    return ImportBindings.ofLibraries(resolution).of(user);
  }

  /** A host that has whatever import modules ask for, and nothing for everybody. */
  private static final class Anything implements Outside {
    @Override
    public boolean has(String module) {
      return true;
    }

    @Override
    public Optional<Bound> find(Place user, Import entry) {
      return Optional.of(new Bound.Host(entry.module(), null));
    }

    @Override
    public Optional<Bound> inEnv(String symbol) {
      return Optional.empty();
    }

    @Override
    public Optional<Bound> givenEnv(String symbol) {
      return Optional.empty();
    }

    @Override
    public Optional<Bound> inEnvOfPlain(Place user, Import entry) {
      return Optional.empty();
    }
  }
}

package org.dylink.linker;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.format.SymbolFlags;
import org.dylink.format.TagType;

/** What a link would bind symbols to, found without linking. */
public final class BindingPreview {
  private final List<Library> scope;

  private BindingPreview(List<Library> scope) {
    this.scope = scope;
  }

  /**
   * The symbols that a library exports, then those that it uses, each with its definer and users.
   * An import module other than {@code env} counts as the host's; what the host has in {@code env}
   * is known only in a program.
   *
   * @param scope the library, then all that it needs, breadth first
   * @param others the same for other libraries: in their programs, too, the library may be used
   */
  public static List<SymbolBinding> of(
      Library library, List<Library> scope, List<List<Library>> others) {
    BindingPreview preview = new BindingPreview(scope);
    Stream<SymbolBinding> defined =
        library.symbols().stream().map(s -> preview.defined(s, library));
    Stream<SymbolBinding> used = preview.usedBy(library);
    Stream<SymbolBinding> usedByOthers =
        Stream.concat(Stream.of(scope), others.stream())
            .flatMap(other -> new BindingPreview(other).used())
            .filter(binding -> binding.definer().library().equals(Optional.of(library)));
    return SymbolBinding.merged(Stream.of(defined, used, usedByOthers).flatMap(all -> all));
  }

  private Stream<SymbolBinding> used() {
    return scope.stream().flatMap(this::usedBy);
  }

  private SymbolBinding defined(Symbol symbol, Library library) {
    return new SymbolBinding(
        symbol.name(),
        symbol.kind(),
        Optional.of(symbol.type()),
        symbol.flags(),
        definer(symbol.name(), symbol.kind(), library),
        OptionalInt.empty(),
        List.of());
  }

  // What a host library's module imports is the library itself.
  private Stream<SymbolBinding> usedBy(Library library) {
    return library.host().isPresent() ? Stream.empty() : importedBy(library);
  }

  private Stream<SymbolBinding> importedBy(Library library) {
    return library.module().imports().stream().flatMap(entry -> used(entry, library).stream());
  }

  private Optional<SymbolBinding> used(Import entry, Library user) {
    return Symbol.kindOf(entry)
        .map(
            kind ->
                new SymbolBinding(
                    entry.name(),
                    kind,
                    typeOf(entry),
                    flagsOf(entry, user),
                    definer(entry, kind, user),
                    OptionalInt.empty(),
                    List.of(user)));
  }

  /** The type that an import tells; a function's address does not tell the function's. */
  public static Optional<ExternType> typeOf(Import entry) {
    boolean tells =
        entry.type() instanceof FunctionType
            || entry.type() instanceof TagType
            || entry.module().equals(AbiNames.GOT_MEM);
    return tells ? Optional.of(Symbol.typeOf(entry)) : Optional.empty();
  }

  /** The flags of an import. */
  public static SymbolFlags flagsOf(Import entry, Library user) {
    return user.module()
        .dylink()
        .map(d -> d.importFlags(entry.module(), entry.name()))
        .orElse(SymbolFlags.NONE);
  }

  private Definer definer(Import entry, Symbol.Kind kind, Library user) {
    return switch (entry.module()) {
      case AbiNames.ENV, AbiNames.GOT_MEM, AbiNames.GOT_FUNC -> definer(entry.name(), kind, user);
      case AbiNames.DYLINK -> Definer.LINKER;
      default -> Definer.host(entry.module());
    };
  }

  private Definer definer(String name, Symbol.Kind kind, Library user) {
    if (kind == Symbol.Kind.DATA && AbiNames.isLinkerAddress(name)) {
      return Definer.LINKER;
    }
    boolean isLinkers = kind == Symbol.Kind.TAG && AbiNames.isLinkerTag(name);
    return scope.stream()
        .filter(library -> defines(library, name, kind, user))
        .findFirst()
        .map(Definer::library)
        .orElse(isLinkers ? Definer.LINKER : Definer.NOBODY);
  }

  private static boolean defines(Library library, String name, Symbol.Kind kind, Library user) {
    return Symbol.definition(library.module(), name, kind)
        .filter(export -> library == user || !Symbol.flagsOf(library.module(), export).isHidden())
        .isPresent();
  }
}

package org.dylink.linker.link.resolve;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.dylink.format.ExternType;
import org.dylink.format.FunctionType;
import org.dylink.format.GlobalType;
import org.dylink.format.Import;
import org.dylink.format.SymbolFlags;
import org.dylink.format.TagType;
import org.dylink.linker.Definer;
import org.dylink.linker.Symbol;
import org.dylink.linker.SymbolBinding;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/** What a resolution says of the symbols that a library uses, in the words of the API. */
public final class ImportBindings {
  /** The address that a symbol's users have, if one of them has asked for it. */
  @FunctionalInterface
  public interface KnownAddresses {
    /** As {@code GlobalOffsetTable#address} tells it. */
    OptionalInt of(String symbol, Symbol.Kind kind, Bound bound, Place user);
  }

  private final Resolution resolution;
  private final boolean asDefined;
  private final KnownAddresses addresses;

  private ImportBindings(Resolution resolution, boolean asDefined, KnownAddresses addresses) {
    this.resolution = resolution;
    this.asDefined = asDefined;
    this.addresses = addresses;
  }

  /** Of a program: with types and flags as definitions have them, which hold for all users. */
  public static ImportBindings ofProgram(Resolution resolution, KnownAddresses addresses) {
    return new ImportBindings(resolution, true, addresses);
  }

  /** Of libraries that are only looked at: with types and flags as each of them has them. */
  static ImportBindings ofLibraries(Resolution resolution) {
    return new ImportBindings(
        resolution, false, (symbol, kind, bound, user) -> OptionalInt.empty());
  }

  /** One for each import that names a symbol; what a host library's module imports is itself. */
  public Stream<SymbolBinding> of(Place user) {
    return user.library().host().isPresent()
        ? Stream.empty()
        : resolution.map(user, (entry, bound) -> of(user, entry, bound)).flatMap(Optional::stream);
  }

  private Optional<SymbolBinding> of(Place user, Import entry, Bound bound) {
    return Symbol.kindOf(entry).map(kind -> of(user, entry, kind, bound));
  }

  private SymbolBinding of(Place user, Import entry, Symbol.Kind kind, Bound bound) {
    Optional<Definition> found = definition(bound).filter(definition -> asDefined);
    Optional<ExternType> type =
        kind == Symbol.Kind.FUNCTION ? found.flatMap(Bound::type) : Optional.empty();
    return new SymbolBinding(
        entry.name(),
        kind,
        type.or(() -> typeOf(entry)),
        found.map(Definition::flags).orElseGet(() -> flagsOf(entry, user)),
        definer(bound, entry.module()),
        addresses.of(entry.name(), kind, bound, user),
        List.of(user.library()));
  }

  private static Optional<Definition> definition(Bound bound) {
    return bound instanceof Bound.Undefined undefined
        ? Optional.ofNullable(undefined.later())
        : Optional.of(bound).filter(Definition.class::isInstance).map(Definition.class::cast);
  }

  /**
   * Who defines what something is bound to.
   *
   * @param module the import module
   */
  static Definer definer(Bound bound, String module) {
    Optional<Definition> found = definition(bound);
    if (found.isPresent()) {
      return Definer.library(found.get().place().library());
    } else if (bound instanceof Bound.Plain) {
      return Definer.module(module);
    } else if (bound instanceof Bound.Host host) {
      return module.equals(AbiNames.DYLINK) ? Definer.LINKER : Definer.host(host.module());
    }
    return bound instanceof Bound.Own ? Definer.LINKER : Definer.NOBODY;
  }

  /** The type that an import tells; a function's address does not tell the function's. */
  private static Optional<ExternType> typeOf(Import entry) {
    if (entry.module().equals(AbiNames.GOT_MEM) && entry.type() instanceof GlobalType global) {
      return Optional.of(new GlobalType(global.value(), false));
    }
    boolean tells = entry.type() instanceof FunctionType || entry.type() instanceof TagType;
    return Optional.of(entry.type()).filter(type -> tells);
  }

  private static SymbolFlags flagsOf(Import entry, Place user) {
    return user.module()
        .dylink()
        .map(d -> d.importFlags(entry.module(), entry.name()))
        .orElse(SymbolFlags.NONE);
  }
}

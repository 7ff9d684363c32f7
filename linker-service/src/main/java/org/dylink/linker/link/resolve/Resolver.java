package org.dylink.linker.link.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.FunctionType;
import org.dylink.format.Import;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;

/**
 * Decides what each import is bound to, before anything is compiled: so all problems are told at
 * once, and nothing has to be taken back. Who else wants to know reads the {@link Resolution}.
 */
public final class Resolver {
  private final ImportRules imports;
  private final Map<Place, List<Bound>> bounds = new LinkedHashMap<>();

  private Resolver(Outside outside, boolean bindNow) {
    this.imports = new ImportRules(outside, bindNow);
  }

  /**
   * Resolves what a program starts with.
   *
   * @param bindNow whether functions that nobody defines are a problem
   */
  public static Resolution atStart(
      List<Place> libraries, Outside outside, PlainModules plain, boolean bindNow) {
    Resolver resolver = new Resolver(outside, bindNow);
    StartRules rules = new StartRules(plain);
    for (Place module : plain.inOrder()) {
      resolver.resolve(module, entry -> resolver.imports.ofPlain(module, entry, rules));
      resolver.imports.threads().checkOwnMemories(module, libraries.get(0));
    }
    rules.check(libraries.get(0), resolver.imports.problems());
    return resolver.resolve(libraries);
  }

  /** Resolves libraries that come into a running program, or that are only looked at. */
  public static Resolution of(List<Place> libraries, Outside outside, boolean bindNow) {
    return new Resolver(outside, bindNow).resolve(libraries);
  }

  /**
   * Searches again what nobody defined: after a library has become global, or has gone.
   *
   * @return the same, but for that
   */
  public static Resolution again(Resolution resolution) {
    return resolution.revised(
        (user, entry, bound) ->
            bound instanceof Bound.Undefined && entry.type() instanceof FunctionType
                ? definedLater(user, entry)
                : bound);
  }

  /** What a name means that no import has: a function before data, as dlsym finds it. */
  public static Optional<Definition> lookup(String symbol, SymbolScope scope) {
    return lookup(symbol, scope, Symbol.Kind.FUNCTION)
        .or(() -> lookup(symbol, scope, Symbol.Kind.DATA));
  }

  /** What a name of one kind means to a program as a whole, which sees nothing that is hidden. */
  public static Optional<Definition> lookup(String symbol, SymbolScope scope, Symbol.Kind kind) {
    return SymbolSearch.find(scope, symbol, kind, null);
  }

  /** What a symbol means to a library that names it. */
  static Bound meaning(String symbol, Symbol.Kind kind, Place user) {
    if (kind == Symbol.Kind.DATA && AbiNames.isLinkerAddress(symbol)) {
      return Bound.Own.ADDRESS;
    }
    boolean isLinkers = kind == Symbol.Kind.TAG && AbiNames.isLinkerTag(symbol);
    Bound otherwise = isLinkers ? Bound.Own.TAG : Bound.Undefined.NOBODY;
    return SymbolSearch.find(user.scope(), symbol, kind, user)
        .map(found -> (Bound) found)
        .orElse(otherwise);
  }

  // Bound once it fits: the user was linked without it, and may run with another type in mind.
  private static Bound definedLater(Place user, Import entry) {
    return SymbolSearch.find(user.scope(), entry.name(), Symbol.Kind.FUNCTION, user)
        .filter(found -> found.export().type().equals(entry.type()))
        .map(Bound.Undefined::new)
        .orElse(Bound.Undefined.NOBODY);
  }

  private Resolution resolve(List<Place> libraries) {
    for (Place library : libraries) {
      resolve(library, entry -> imports.of(library, entry));
      imports.threads().checkOwnMemories(library);
    }
    return new Resolution(bounds, imports.problems().list());
  }

  private void resolve(Place user, java.util.function.Function<Import, Bound> of) {
    bounds.put(user, user.module().imports().stream().map(of).toList());
  }
}

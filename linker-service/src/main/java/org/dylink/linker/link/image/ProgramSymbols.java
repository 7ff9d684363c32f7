package org.dylink.linker.link.image;

import java.util.Optional;
import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.SymbolScope;
import org.dylink.linker.link.resolve.Bound;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.resolve.Resolver;

/** What names are worth that a program, or Java, asks for while it runs: dlsym. */
public final class ProgramSymbols {
  private final ProgramImage image;

  ProgramSymbols(ProgramImage image) {
    this.image = image;
  }

  /** The function that a symbol means in the global scope, or that the host has for everybody. */
  public Optional<Function> function(String symbol) {
    return Resolver.lookup(symbol, image.globalScope(), Symbol.Kind.FUNCTION)
        .map(found -> (Bound) found)
        .or(() -> image.outside().inEnv(symbol))
        .map(bound -> image.binder().function(symbol, bound));
  }

  /** The function that a symbol means in a scope. */
  public Optional<Function> function(String symbol, SymbolScope scope) {
    return Resolver.lookup(symbol, scope, Symbol.Kind.FUNCTION).map(Definition::function);
  }

  /**
   * The address of a symbol; a function gets a slot now if it has none.
   *
   * @param caller the library that asks; Java asks for main
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  public OptionalInt address(String symbol, SymbolScope scope, Place caller) throws LinkException {
    return address(symbol, Resolver.lookup(symbol, scope), caller);
  }

  /**
   * The address of a function that the host has for everybody, in {@code env}.
   *
   * @throws LinkException NO_SPACE if the table cannot grow
   */
  public OptionalInt hostAddress(String symbol) throws LinkException {
    return address(symbol, image.outside().inEnv(symbol), null);
  }

  private OptionalInt address(String symbol, Optional<? extends Bound> bound, Place caller)
      throws LinkException {
    boolean isThreadLocal =
        bound.isPresent() && bound.get() instanceof Definition found && found.isThreadLocal();
    if (isThreadLocal && image.threads().areShared()) {
      // What lies there must be the calling thread's own, and have its first value.
      image.arrival().enter(((Definition) bound.get()).place());
    }
    return bound.isPresent()
        ? OptionalInt.of(image.binder().addresses().of(symbol, bound.get(), caller))
        : OptionalInt.empty();
  }
}

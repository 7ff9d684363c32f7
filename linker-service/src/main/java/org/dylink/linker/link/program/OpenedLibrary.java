package org.dylink.linker.link.program;

import java.util.OptionalInt;
import org.dylink.engine.Function;
import org.dylink.linker.Library;
import org.dylink.linker.OpenLibrary;
import org.dylink.linker.link.dl.DynamicLoader;
import org.dylink.linker.link.image.ProgramSymbols;
import org.dylink.linker.link.parts.Place;

/** A handle for Java. The program guards all of it. */
final class OpenedLibrary implements OpenLibrary {
  private final ProgramTurns turns;
  private final ProgramSymbols symbols;
  private final DynamicLoader loader;
  private final Place place;
  private boolean closed; // guarded by the program

  OpenedLibrary(ProgramTurns turns, ProgramSymbols symbols, DynamicLoader loader, Place place) {
    this.turns = turns;
    this.symbols = symbols;
    this.loader = loader;
    this.place = place;
  }

  @Override
  public Library library() {
    return place.library();
  }

  @Override
  public Object call(String symbol, Object... arguments) {
    return turns.guarded(
        () -> {
          checkOpen();
          return function(symbol).call(arguments);
        });
  }

  @Override
  public OptionalInt address(String symbol) {
    return turns.guarded(
        () -> {
          checkOpen();
          return symbols.address(symbol, loader.scopeOf(place), place);
        });
  }

  @Override
  public void close() {
    turns.whileOpen(
        () -> {
          if (!closed) {
            loader.close(place.use().handle());
            closed = true;
          }
        });
  }

  private Function function(String symbol) {
    return symbols
        .function(symbol, loader.scopeOf(place))
        .orElseThrow(() -> new IllegalArgumentException(place + ": undefined function " + symbol));
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(place + ": is closed");
    }
  }
}

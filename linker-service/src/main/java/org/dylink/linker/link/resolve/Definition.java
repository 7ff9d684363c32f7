package org.dylink.linker.link.resolve;

import java.util.Optional;
import java.util.function.Supplier;
import org.dylink.engine.Function;
import org.dylink.format.Export;
import org.dylink.format.ExternType;
import org.dylink.format.SymbolFlags;
import org.dylink.linker.Symbol;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.thread.GuestThread;

/**
 * An export that a symbol is bound to. It supplies the function that it names, so that a slot which
 * is bound later needs nothing but it.
 *
 * <p>Equal are those of one name in one place: what is bound to a library stays bound when another
 * one comes into its place.
 *
 * @param place who defines it
 * @param export how
 */
public record Definition(Place place, Export export) implements Bound, Supplier<Function> {
  @Override
  public Optional<ExternType> type() {
    return Optional.of(export.type());
  }

  public Symbol.Kind kind() {
    return Symbol.kindOf(place.module(), export).orElseThrow();
  }

  SymbolFlags flags() {
    return Symbol.flagsOf(place.module(), export);
  }

  /** Whether each thread has it at an address of its own. */
  public boolean isThreadLocal() {
    return flags().isThreadLocal();
  }

  /** Whether it is one of libdl.so's, whose answers depend on who calls. */
  public boolean isOfLibdl() {
    return place.occupant().importsFrom(AbiNames.DYLINK);
  }

  @Override
  public Function get() {
    return function();
  }

  /** The function that it names, in all threads. */
  public Function function() {
    return place
        .occupant()
        .exports()
        .function(export.name())
        .orElseThrow(() -> new IllegalStateException("BUG: " + this + " is no function"));
  }

  /**
   * The address of a data symbol in a thread: its value counts from the library's data, from the
   * library's thread-local data, or, absolute or in a non-PIE main, from 0.
   */
  public int address(GuestThread thread) {
    Exports exports = place.occupant().exports();
    int value = value(exports, export.name());
    if (isThreadLocal()) {
      return value
          + thread
              .libraries()
              .block(place)
              .map(block -> (int) block.address())
              .orElseGet(() -> value(exports, AbiNames.TLS_BASE));
    }
    return isAbsolute() ? value : value + (int) place.data().address();
  }

  private boolean isAbsolute() {
    return flags().isAbsolute()
        || !place.occupant().isPositionIndependent()
        || AbiNames.isNumber(export.name());
  }

  private int value(Exports exports, String name) {
    return exports
        .global(name)
        .map(global -> (int) Pointers.get(global))
        .orElseThrow(() -> new IllegalStateException("BUG: " + this + " has no " + name));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Definition that
        && place == that.place
        && export.name().equals(that.export.name());
  }

  @Override
  public int hashCode() {
    return 31 * System.identityHashCode(place) + export.name().hashCode();
  }
}

package org.dylink.linker.link.bind;

import java.util.List;
import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Global;
import org.dylink.format.FunctionType;
import org.dylink.format.ValueType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;

/**
 * What a library's thread-local variables need in each thread: a block of memory, and a call that
 * fills it. wasm-ld exports what tells it where it is asked to, by {@code --export-if-defined}.
 *
 * @param size bytes, more than 0
 * @param alignment in bytes, a power of two
 * @param initializer {@code __wasm_init_tls}: makes a block the calling thread's, and writes the
 *     first values and the addresses in them
 */
public record TlsTemplate(long size, int alignment, Function initializer) {
  // An alignment costs as many unused bytes, in each thread; compilers ask for 64 at most.
  private static final long MOST_ALIGNMENT = 65_536;

  private static final List<FunctionType> INITIALIZERS =
      List.of(
          new FunctionType(List.of(ValueType.I32), List.of()),
          new FunctionType(List.of(ValueType.I64), List.of()));

  /**
   * What an initialized library tells.
   *
   * @return empty if it has no thread-local variables, or does not tell of them
   * @throws LinkException MALFORMED if the alignment is none
   */
  public static Optional<TlsTemplate> of(Place place) throws LinkException {
    Exports exports = place.occupant().exports();
    Optional<Function> initializer =
        exports
            .function(AbiNames.INIT_TLS)
            .filter(function -> INITIALIZERS.contains(function.type()));
    long size = number(exports, AbiNames.TLS_SIZE);
    return initializer.isEmpty() || size == 0
        ? Optional.empty()
        : Optional.of(new TlsTemplate(size, alignment(place, exports), initializer.get()));
  }

  /** Where the library has put the block of the thread that has started it. */
  public static Optional<Long> base(Place place) {
    return global(place.occupant().exports(), AbiNames.TLS_BASE).map(Pointers::get);
  }

  /** Makes a block the calling thread's. */
  public void initialize(long block) {
    initializer.call(Pointers.value(initializer.type().params().get(0), block));
  }

  private static int alignment(Place place, Exports exports) throws LinkException {
    long alignment = Math.max(1, number(exports, AbiNames.TLS_ALIGN));
    if (Long.bitCount(alignment) != 1 || alignment > MOST_ALIGNMENT) {
      String detail = "alignment of thread-local data is no power of two: " + alignment;
      throw LinkException.of(Reason.MALFORMED, place.name(), detail, null);
    }
    return (int) alignment;
  }

  private static long number(Exports exports, String name) {
    return global(exports, name).map(Pointers::get).orElse(0L);
  }

  private static Optional<Global> global(Exports exports, String name) {
    return exports.global(name).filter(Pointers::isIn);
  }
}

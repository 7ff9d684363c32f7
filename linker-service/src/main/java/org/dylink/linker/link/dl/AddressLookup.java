package org.dylink.linker.link.dl;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;
import org.dylink.format.AddressType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.space.RegionPlacer;

/** Finds the library and the symbol at an address: dladdr. */
final class AddressLookup {
  // The pointers of a Dl_info (musl's dlfcn.h).
  private static final int FILE_NAME = 0;
  private static final int BASE = 1;
  private static final int SYMBOL_NAME = 2;
  private static final int SYMBOL_ADDRESS = 3;

  private record Found(Place place, String symbol, long address) {}

  private final ProgramImage image;

  AddressLookup(ProgramImage image) {
    this.image = image;
  }

  /**
   * Fills in a Dl_info.
   *
   * @param texts where the names go, {@code size} bytes
   * @return false if the address is in no library; nothing is written then
   */
  boolean write(long address, long info, long texts, int size) {
    Optional<Found> found = data(address).or(() -> function(address));
    found.ifPresent(f -> write(f, info, texts, size));
    return found.isPresent();
  }

  private void write(Found found, long info, long texts, int size) {
    Memory memory = image.space().memory();
    long symbolText = GuestStrings.write(memory, texts, size / 2, found.place().name());
    put(info, FILE_NAME, texts);
    put(info, BASE, found.place().data().address());
    boolean isNamed = found.symbol() != null;
    if (isNamed) {
      GuestStrings.write(memory, symbolText, size / 2, found.symbol());
    }
    put(info, SYMBOL_NAME, isNamed ? symbolText : 0);
    put(info, SYMBOL_ADDRESS, isNamed ? found.address() : 0);
  }

  private void put(long info, int index, long pointer) {
    AddressType addresses = image.addresses();
    long at = info + (long) index * Pointers.size(addresses);
    Pointers.write(image.space().memory(), at, addresses, pointer);
  }

  // Data comes first: a small number may be a slot and an address too, but no data lies that low,
  // also where the region of a main with its own memory starts at 0.
  private Optional<Found> data(long address) {
    return image.places().stream()
        .filter(place -> address >= RegionPlacer.UNUSED_BYTES)
        .filter(place -> contains(place.data(), address))
        .findFirst()
        .map(place -> nearest(place, address));
  }

  private Found nearest(Place place, long address) {
    Found nearest = new Found(place, null, 0);
    for (Symbol symbol : place.library().symbols()) {
      if (symbol.kind() == Symbol.Kind.DATA && hasAddress(definition(place, symbol))) {
        long at = Integer.toUnsignedLong(definition(place, symbol).address(image.thread()));
        if (at <= address && (nearest.symbol() == null || at > nearest.address())) {
          nearest = new Found(place, symbol.name(), at);
        }
      }
    }
    return nearest;
  }

  // What is thread-local has one in a thread that has entered its library.
  private boolean hasAddress(Definition symbol) {
    return !symbol.isThreadLocal()
        || !image.threads().areShared()
        || image.thread().libraries().block(symbol.place()).isPresent();
  }

  private Optional<Found> function(long slot) {
    if (slot <= 0 || slot >= image.space().tableSize()) {
      return Optional.empty();
    }
    Function function = image.space().table().get((int) slot);
    return image.places().stream()
        .flatMap(place -> owner(place, function, slot).stream())
        .findFirst();
  }

  private Optional<Found> owner(Place place, Function function, long slot) {
    Optional<Symbol> exported =
        place.library().symbols().stream()
            .filter(symbol -> symbol.kind() == Symbol.Kind.FUNCTION)
            .filter(symbol -> definition(place, symbol).function() == function)
            .findFirst();
    if (exported.isPresent()) {
      return Optional.of(new Found(place, exported.get().name(), slot));
    }
    boolean isInside = slot >= place.slots().first() && slot < place.slots().end();
    return isInside && function != null
        ? Optional.of(new Found(place, function.name(), slot))
        : Optional.empty();
  }

  private static Definition definition(Place place, Symbol symbol) {
    return new Definition(place, place.module().export(symbol.name()).orElseThrow());
  }

  private static boolean contains(DataRegion region, long address) {
    return address >= region.address() && address < region.end();
  }
}

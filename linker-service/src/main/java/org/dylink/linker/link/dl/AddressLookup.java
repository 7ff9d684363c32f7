package org.dylink.linker.link.dl;

import java.util.Optional;
import org.dylink.engine.Function;
import org.dylink.engine.Memory;
import org.dylink.linker.DataRegion;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.resolve.Definition;
import org.dylink.linker.link.space.RegionPlacer;

/** Finds the library and the symbol at an address: dladdr. */
final class AddressLookup {
  // Offsets in Dl_info (musl's dlfcn.h): file name, base, symbol name, symbol address.
  private static final int FILE_NAME = 0;
  private static final int BASE = 4;
  private static final int SYMBOL_NAME = 8;
  private static final int SYMBOL_ADDRESS = 12;

  private record Found(Place place, String symbol, int address) {}

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
  boolean write(int address, int info, int texts, int size) {
    Optional<Found> found = data(address).or(() -> function(address));
    found.ifPresent(f -> write(f, info, texts, size));
    return found.isPresent();
  }

  private void write(Found found, int info, int texts, int size) {
    Memory memory = image.space().memory();
    int symbolText = GuestStrings.write(memory, texts, size / 2, found.place().name());
    memory.writeInt(info + FILE_NAME, texts);
    memory.writeInt(info + BASE, (int) found.place().data().address());
    if (found.symbol() == null) {
      memory.writeLong(info + SYMBOL_NAME, 0);
      return;
    }
    GuestStrings.write(memory, symbolText, size / 2, found.symbol());
    memory.writeInt(info + SYMBOL_NAME, symbolText);
    memory.writeInt(info + SYMBOL_ADDRESS, found.address());
  }

  // Data comes first: a small number may be a slot and an address too, but no data lies that low,
  // also where the region of a main with its own memory starts at 0.
  private Optional<Found> data(int address) {
    return image.places().stream()
        .filter(place -> Integer.toUnsignedLong(address) >= RegionPlacer.UNUSED_BYTES)
        .filter(place -> contains(place.data(), Integer.toUnsignedLong(address)))
        .findFirst()
        .map(place -> nearest(place, address));
  }

  private Found nearest(Place place, int address) {
    Found nearest = new Found(place, null, 0);
    for (Symbol symbol : place.library().symbols()) {
      if (symbol.kind() == Symbol.Kind.DATA && hasAddress(definition(place, symbol))) {
        int at = definition(place, symbol).address(image.thread());
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

  private Optional<Found> function(int slot) {
    if (slot <= 0 || slot >= image.space().tableSize()) {
      return Optional.empty();
    }
    Function function = image.space().table().get(slot);
    return image.places().stream()
        .flatMap(place -> owner(place, function, slot).stream())
        .findFirst();
  }

  private Optional<Found> owner(Place place, Function function, int slot) {
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

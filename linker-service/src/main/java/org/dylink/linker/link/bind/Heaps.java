package org.dylink.linker.link.bind;

import java.util.Optional;
import org.dylink.format.Export;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.Pointers;
import org.dylink.linker.link.space.AddressSpace;

/**
 * Which part of the memory each library takes for the heap at the program's start. A main with its
 * own memory has one, between its data and the end of that memory, and every library sees it.
 */
final class Heaps {
  private final Place main;
  private final DataRegion behindAll;
  private final Optional<DataRegion> mains;

  /**
   * @param main if it has its own memory, its globals are there
   */
  Heaps(Place main, AddressSpace space) {
    this.main = main;
    this.behindAll = region(space.heapBase(), space.heapEnd());
    this.mains =
        main.occupant().isPositionIndependent()
            ? Optional.empty()
            : ofMain(main, main.occupant().exports());
  }

  DataRegion seenBy(Place library) {
    return mains.filter(heap -> !hasMallocOfItsOwn(library)).orElse(behindAll);
  }

  // A main that has not asked for this malloc may have one linked into it, which owns main's heap:
  // two in one heap would overwrite each other's data.
  private boolean hasMallocOfItsOwn(Place library) {
    return library.occupant().exportsFunction(AbiNames.MALLOC)
        && !main.occupant().exportsFunction(AbiNames.MALLOC)
        && !main.dependencies().contains(library);
  }

  // Both ends from one hand: a heap from main's base to the end of everything would hold the
  // libraries' data. wasm-ld before 15 has no __heap_end; it is the end of the memory it declares.
  private static Optional<DataRegion> ofMain(Place main, Exports exports) {
    return address(exports, AbiNames.HEAP_BASE)
        .map(base -> region(base, address(exports, AbiNames.HEAP_END).orElse(declaredEnd(main))));
  }

  private static long declaredEnd(Place main) {
    return main.module()
        .export(AbiNames.MEMORY)
        .map(Export::type)
        .filter(MemoryType.class::isInstance)
        .map(type -> ((MemoryType) type).limits().minimum() * MemoryType.PAGE_SIZE)
        .orElse(0L);
  }

  private static Optional<Long> address(Exports main, String name) {
    return main.global(name)
        .filter(global -> !global.type().mutable() && Pointers.isIn(global))
        .map(Pointers::get);
  }

  private static DataRegion region(long start, long end) {
    return new DataRegion(start, Math.max(0, end - start));
  }
}

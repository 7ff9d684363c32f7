package org.dylink.linker.link.replace;

import java.util.List;
import org.dylink.engine.Instance;
import org.dylink.engine.Memory;
import org.dylink.format.MemoryInfo;
import org.dylink.format.MemoryType;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.link.bind.Initializer;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Exports;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.Place;

/**
 * The swap of a library whose data gets another region: first values as at a link, then what the
 * program has written of each symbol, then what the libraries hand on themselves.
 */
final class DataMove {
  private final ProgramImage image;
  private final Candidate candidate;
  private final Comparison comparison;
  private final Swap swap;
  private final Undo undo;
  private final Place place;
  private final Memory memory;
  private final boolean hasHooks;

  DataMove(ProgramImage image, Candidate candidate, Comparison comparison, Swap swap, Undo undo) {
    this.image = image;
    this.candidate = candidate;
    this.comparison = comparison;
    this.swap = swap;
    this.undo = undo;
    this.place = candidate.place();
    this.memory = image.space().memory();
    this.hasHooks = Hooks.areIn(candidate);
  }

  void run(Written written, boolean isStill) throws LinkException {
    if (hasHooks) {
      keepMemory(isStill);
    }
    Hooks hooks = new Hooks(image, candidate.own().name());
    Exports before = place.occupant().exports();
    DataRegion left = place.data();
    Object saved = hasHooks ? hooks.save(before) : null;
    Written last = hasHooks ? comparison.written() : written;
    link();
    carry(last);
    boolean isPointedAt = !hasHooks || !hooks.restore(place.occupant().exports(), saved);
    place.occupant().enter(LinkState.CONSTRUCTED);
    leave(left, isPointedAt);
  }

  // A hook may write anywhere. Where others run meanwhile, what they write must not be lost.
  private void keepMemory(boolean isStill) {
    if (isStill) {
      byte[] all = new byte[Math.toIntExact(memory.pages() * MemoryType.PAGE_SIZE)];
      memory.read(0L, all, 0, all.length);
      undo.add(() -> memory.write(0L, all, 0, all.length));
    }
  }

  private void link() throws LinkException {
    PointersIntoData pointers = new PointersIntoData(image, candidate);
    MemoryInfo info = candidate.own().occupant().memoryInfo();
    DataRegion data =
        image.space().reserve(place.name(), info.memorySize(), info.memoryAlignment());
    undo.add(() -> giveBack(data));
    candidate.put(data, comparison.slotsStay() ? place.slots() : swap.newSlots());
    Instance instance = swap.makeInstance();
    instance.initialize();
    undo.add(() -> image.binder().moveData(place)); // once the old one stands there again
    swap.stand(instance);
    image.binder().moveData(place);
    swap.fillAddresses();
    pointers.follow(undo);
    Initializer initializer =
        new Initializer(image.main(), image.threads(), image.request().trace());
    initializer.start(place);
    initializer.applyRelocations(List.of(place));
  }

  private void giveBack(DataRegion data) {
    memory.fill(data.address(), (byte) 0, data.size());
    image.space().giveBack(data);
  }

  /** Copies what the program has written of each symbol, and all that linking does not write. */
  private void carry(Written written) {
    for (DataSymbol symbol : comparison.symbolsBefore().byName().values()) {
      DataSymbol next = comparison.symbolsAfter().byName().get(symbol.name());
      int size = next == null ? 0 : symbol.carriedTo(next, hasHooks);
      for (int i = 0; i < size; i += RegionWords.SIZE) {
        if (isState(written, symbol.offset() + i)) {
          carry(written, symbol, next, i, Math.min(RegionWords.SIZE, size - i));
        }
      }
    }
  }

  private boolean isState(Written written, int offset) {
    return written.has(offset) || !comparison.before().isAddress(offset);
  }

  private void carry(Written written, DataSymbol from, DataSymbol to, int i, int size) {
    memory.write(place.data().address() + to.offset() + i, written.now(), from.offset() + i, size);
  }

  private void leave(DataRegion left, boolean stays) {
    if (stays) {
      place.leftBehind().add(left);
    } else {
      image.space().giveBack(left);
    }
  }
}

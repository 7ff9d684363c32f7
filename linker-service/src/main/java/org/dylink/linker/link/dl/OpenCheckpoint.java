package org.dylink.linker.link.dl;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.parts.PlaceUse;

/**
 * What a program goes back to when a library cannot be opened. Its constructors may have opened
 * others, made them global, or counted handles before one of them trapped.
 */
final class OpenCheckpoint {
  private final ProgramImage image;
  private final IdentityHashMap<Place, PlaceUse.Mark> uses = new IdentityHashMap<>();
  private final List<Place> global;

  OpenCheckpoint(ProgramImage image) {
    this.image = image;
    image.places().forEach(place -> uses.put(place, place.use().mark()));
    this.global = List.copyOf(image.global());
  }

  /**
   * Goes back.
   *
   * @param placed libraries that have regions and may not be in the link map yet
   */
  void restore(Unloader unloader, List<Place> placed) {
    List<Place> failed = new ArrayList<>(image.places());
    placed.stream().filter(place -> !failed.contains(place)).forEach(failed::add);
    failed.removeIf(uses::containsKey);
    image.global().retainAll(global);
    unloader.rollBack(failed);
    uses.forEach((place, mark) -> place.use().goBackTo(mark));
  }
}

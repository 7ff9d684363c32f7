package org.dylink.linker.link.dl;

import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
  private final Set<Place> global;

  OpenCheckpoint(ProgramImage image) {
    this.image = image;
    image.places().forEach(place -> uses.put(place, place.use().mark()));
    this.global = Set.copyOf(image.global());
  }

  /**
   * Goes back.
   *
   * @param placed libraries that have regions and may not be in the link map yet
   */
  void restore(Unloader unloader, List<Place> placed) {
    Set<Place> failed = new LinkedHashSet<>(image.places());
    failed.addAll(placed);
    failed.removeIf(uses::containsKey);
    image.global().retainAll(global);
    unloader.rollBack(List.copyOf(failed));
    uses.forEach((place, mark) -> place.use().goBackTo(mark));
  }
}

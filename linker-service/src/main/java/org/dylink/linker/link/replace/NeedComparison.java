package org.dylink.linker.link.replace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dylink.linker.Library;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.SearchResult;
import org.dylink.linker.link.parts.Place;

/** Compares what two libraries need: a new need must be in the program already. */
final class NeedComparison {
  private final ProgramImage image;
  private final Library before;
  private final Library after;

  NeedComparison(ProgramImage image, Candidate candidate) {
    this.image = image;
    this.before = candidate.place().library();
    this.after = candidate.own().library();
  }

  List<SymbolChange> changes() {
    List<SymbolChange> changes = new ArrayList<>();
    for (String name : after.needed()) {
      if (needed(name).isEmpty()) {
        String detail = "needed by " + after.version() + ", is not in the program";
        changes.add(new SymbolChange(Effect.REFUSED, name, detail));
      }
    }
    for (String name : before.needed()) {
      if (!after.needed().contains(name)) {
        String detail = "not needed any more";
        changes.add(new SymbolChange(Effect.GONE, name, detail));
      }
    }
    return changes;
  }

  /** What the new library needs, in its order; what is not there is left out. */
  List<Place> places() {
    return after.needed().stream().flatMap(name -> needed(name).stream()).toList();
  }

  private Optional<Place> needed(String name) {
    SearchResult found =
        image.context().search().find(name, after, image.main().module().programKind());
    Optional<Object> identity =
        found.isFound() ? Optional.of(found.library().identity()) : Optional.empty();
    return image.places().stream()
        .filter(
            place ->
                identity.isPresent()
                    ? place.library().identity().equals(identity.get())
                    : place.name().equals(name))
        .findFirst();
  }
}

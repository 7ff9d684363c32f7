package org.dylink.linker.link.replace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dylink.linker.DataRegion;
import org.dylink.linker.LinkException;
import org.dylink.linker.Symbol;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;

/**
 * Addresses of a library's data that linking has written into the data of others: they follow the
 * data to its new region, unless the program has put something else there.
 */
final class PointersIntoData {
  private final ProgramImage image;
  private final Candidate candidate;
  private final Map<Place, InitialImage> before = new LinkedHashMap<>();

  /** Notes them as long as the data is where it was. */
  PointersIntoData(ProgramImage image, Candidate candidate) throws LinkException {
    this.image = image;
    this.candidate = candidate;
    for (var user : image.resolution().usersOf(candidate.place()).entrySet()) {
      boolean usesData = user.getValue().stream().anyMatch(each -> each.kind() == Symbol.Kind.DATA);
      if (usesData && user.getKey().occupant().isPositionIndependent()) {
        before.put(user.getKey(), candidate.imageOf(user.getKey()));
      }
    }
  }

  /** Writes them anew, once the data has moved. */
  void follow(Undo undo) throws LinkException {
    for (Map.Entry<Place, InitialImage> each : before.entrySet()) {
      follow(each.getKey(), each.getValue(), undo);
    }
  }

  private void follow(Place user, InitialImage first, Undo undo) throws LinkException {
    DataRegion region = user.data();
    byte[] next = candidate.imageOf(user).bytes();
    byte[] now = new byte[(int) region.size()];
    image.space().memory().read(region.address(), now, 0, now.length);
    Written written = new Written(first, now);
    Patches patches = new Patches(image.space().memory(), region, undo);
    written
        .words()
        .filter(offset -> !written.has(offset))
        .filter(offset -> !RegionWords.areEqual(first.bytes(), next, offset))
        .forEach(offset -> patches.write(offset, next));
  }
}

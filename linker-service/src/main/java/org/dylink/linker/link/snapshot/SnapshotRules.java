package org.dylink.linker.link.snapshot;

import java.util.List;
import java.util.Optional;
import org.dylink.format.MemoryType;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.parts.Place;
import org.dylink.linker.link.thread.GuestThread;

/** Which programs can be copied. The others have something that a copy would not have. */
final class SnapshotRules {
  private SnapshotRules() {}

  /**
   * Refuses a program.
   *
   * @throws LinkException UNSUPPORTED, with the first reason
   */
  static void check(ProgramImage image) throws LinkException {
    Optional<String> reason = reason(image);
    if (reason.isPresent()) {
      throw refusal(image, reason.get());
    }
  }

  static LinkException refusal(ProgramImage image, String reason) {
    String detail = "no snapshot: " + reason;
    return LinkException.of(Reason.UNSUPPORTED, image.main().name(), detail, null);
  }

  private static Optional<String> reason(ProgramImage image) {
    Optional<GuestThread> other = image.threads().unfinished();
    if (other.isPresent()) {
      return Optional.of(other.get() + " has not ended");
    } else if (image.plain().inOrder().iterator().hasNext()) {
      String plain = image.plain().inOrder().iterator().next().name();
      return Optional.of("it has the plain module " + plain);
    } else if (image.exceptions().hasReachedCpp()) {
      return Optional.of("C++ has an exception of Java's");
    } else if (!image.threads().first().exits().isEmpty()) {
      return Optional.of("it has destructors of thread-local objects to run");
    }
    return image.places().stream()
        .flatMap(place -> reason(image, place).stream())
        .findFirst()
        .or(() -> image.hosts().keeps());
  }

  private static Optional<String> reason(ProgramImage image, Place place) {
    if (place.use().isLater()) {
      return Optional.of(place.name() + " was opened by dlopen");
    } else if (SnapshotSession.ownInstance(image, place).isEmpty()) {
      return Optional.of(place.name() + " was replaced, and not entered since");
    }
    List<MemoryType> memories = place.module().memories();
    boolean isOwner = place == image.main() && !place.occupant().isPositionIndependent();
    int most = isOwner ? 1 : importedMemories(place);
    return memories.size() > most
        ? Optional.of(place.name() + " has a memory beside the program's")
        : Optional.empty();
  }

  private static int importedMemories(Place place) {
    return (int)
        place.module().imports().stream().filter(i -> i.type() instanceof MemoryType).count();
  }
}

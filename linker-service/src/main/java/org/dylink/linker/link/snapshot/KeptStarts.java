package org.dylink.linker.link.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.host.Granted;
import org.dylink.linker.LinkRequest;

/** What is kept of one kind of programs. Guarded by its owner. */
final class KeptStarts {
  private static final int MOST = 4;
  private static final int MOST_TAKEN = 4 * MOST;

  /**
   * A snapshot, and what the program was granted of what its constructors have looked at.
   *
   * @param told in an order, where the guest sees one
   */
  private record Kept(TakenSnapshot snapshot, Map<Granted, List<?>> told) {
    boolean isFor(LinkRequest request) {
      return told.entrySet().stream()
          .allMatch(each -> granted(request, each.getKey()).equals(each.getValue()));
    }
  }

  private final Deque<Kept> kept = new ArrayDeque<>(); // the newest first
  private int links;
  private int taken;

  Optional<TakenSnapshot> find(LinkRequest request) {
    return kept.stream().filter(each -> each.isFor(request)).findFirst().map(Kept::snapshot);
  }

  /** Whether a program that was linked in full is to be taken a snapshot of. */
  boolean isWanted() {
    links++;
    return links > 1 && taken < MOST_TAKEN;
  }

  void add(TakenSnapshot snapshot, LinkRequest request, Set<Granted> looked) {
    Map<Granted, List<?>> told = new EnumMap<>(Granted.class);
    looked.stream()
        .filter(each -> each != Granted.RANDOM)
        .forEach(each -> told.put(each, granted(request, each)));
    kept.addFirst(new Kept(snapshot, told));
    taken++; // programs that are told something else each time gain nothing
    if (kept.size() > MOST) {
      kept.removeLast();
    }
  }

  /** No snapshot of such a program will do. */
  void refuse() {
    taken = MOST_TAKEN;
  }

  long bytes() {
    return kept.stream().mapToLong(each -> each.snapshot().bytes()).sum();
  }

  /** Whether a host library is among what the snapshots are bound to. */
  boolean has(Object part) {
    return kept.stream()
        .flatMap(each -> each.snapshot().bindings().hosts().values().stream())
        .anyMatch(host -> host.isPresent() && host.get() == part);
  }

  private static List<?> granted(LinkRequest request, Granted what) {
    return switch (what) {
      case ARGUMENTS -> request.arguments();
      case ENVIRONMENT -> new ArrayList<>(request.environment().entrySet());
      case RANDOM -> List.of();
      case FOLDERS -> new ArrayList<>(request.folders().entrySet());
    };
  }
}

package org.dylink.linker.link.snapshot;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dylink.engine.host.Granted;
import org.dylink.linker.LinkRequest;

/** What is kept of one kind of programs. Threads may share it. */
final class KeptStarts {
  private static final int MOST = 4;
  private static final int MOST_TAKEN = 4 * MOST;

  /**
   * A snapshot, and what the program was granted of what its constructors have looked at.
   *
   * @param told in an order, where the guest sees one
   */
  private record Kept(TakenSnapshot snapshot, Map<Granted, List<String>> told) {
    boolean isFor(LinkRequest request) {
      return told.entrySet().stream()
          .allMatch(each -> granted(request, each.getKey()).equals(each.getValue()));
    }
  }

  private final Deque<Kept> kept = new ArrayDeque<>(); // guarded by this; the newest first
  private int links; // guarded by this
  private int taken; // guarded by this

  synchronized Optional<Restoration> find(LinkRequest request) {
    return kept.stream()
        .filter(each -> each.isFor(request))
        .findFirst()
        .map(each -> new Restoration(each.snapshot(), each.told().keySet()));
  }

  /** Whether a program that was linked in full is to be taken a snapshot of. */
  synchronized boolean isWanted() {
    links++;
    return links > 1 && taken < MOST_TAKEN;
  }

  synchronized void add(TakenSnapshot snapshot, LinkRequest request, Set<Granted> looked) {
    add(snapshot, told(request, looked));
  }

  /** What host functions tell constructors that look at something. */
  static Map<Granted, List<String>> told(LinkRequest request, Set<Granted> looked) {
    Map<Granted, List<String>> told = new EnumMap<>(Granted.class);
    looked.forEach(each -> told.put(each, granted(request, each)));
    return told;
  }

  synchronized void add(TakenSnapshot snapshot, Map<Granted, List<String>> told) {
    kept.addFirst(new Kept(snapshot, told));
    taken++; // programs that are told something else each time gain nothing
    if (kept.size() > MOST) {
      kept.removeLast();
    }
  }

  /** No snapshot of such a program will do. */
  synchronized void refuse() {
    taken = MOST_TAKEN;
  }

  synchronized long bytes() {
    return kept.stream().mapToLong(each -> each.snapshot().bytes()).sum();
  }

  /** Whether a host library is among what the snapshots are bound to. */
  synchronized boolean has(Object part) {
    return kept.stream()
        .flatMap(each -> each.snapshot().bindings().stream())
        .flatMap(bindings -> bindings.hosts().values().stream())
        .anyMatch(host -> host.isPresent() && host.get() == part);
  }

  // In the order that the guest sees, and in one piece each.
  private static List<String> granted(LinkRequest request, Granted what) {
    return switch (what) {
      case ARGUMENTS -> request.arguments();
      case ENVIRONMENT ->
          request.environment().entrySet().stream()
              .map(variable -> variable.getKey() + "=" + variable.getValue())
              .toList();
      case FOLDERS -> List.copyOf(request.folders().keySet());
      case RANDOM -> List.of();
    };
  }
}

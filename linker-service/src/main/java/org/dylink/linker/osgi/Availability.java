package org.dylink.linker.osgi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.wiring.BundleCapability;

/**
 * Decides which libraries can be linked: those that are started and all of whose needs can be
 * linked. Only what has changed, and who needs that, is decided anew. The registry guards it.
 */
final class Availability {
  private final Map<LibraryKey, LibraryEntry> entries;
  private final Map<LibraryKey, Set<LibraryEntry>> dependents = new HashMap<>();
  private final Set<LibraryEntry> changed = new LinkedHashSet<>();

  /**
   * @param entries all that are known, as they come and go
   */
  Availability(Map<LibraryKey, LibraryEntry> entries) {
    this.entries = entries;
  }

  /** Takes up an entry, or that its finding is another one. */
  void note(LibraryEntry entry, List<Need> before, List<Need> after) {
    before.forEach(need -> dependents(need).remove(entry));
    after.forEach(need -> dependents(need).add(entry));
    changed.add(entry);
  }

  /** Decides anew; returns those whose state or reasons have changed. */
  List<LibraryEntry> decide() {
    Set<LibraryEntry> affected = withDependents(changed);
    changed.clear();
    Set<LibraryEntry> usable = usable(affected);
    return affected.stream().filter(entry -> entry.decide(unmet(entry, affected, usable))).toList();
  }

  /** Some entries and those that need them, however indirectly. */
  Set<LibraryEntry> withDependents(Collection<LibraryEntry> roots) {
    Set<LibraryEntry> all = new LinkedHashSet<>(roots);
    Deque<LibraryEntry> next = new ArrayDeque<>(roots);
    while (!next.isEmpty()) {
      for (LibraryEntry dependent : dependents(next.remove())) {
        if (all.add(dependent)) {
          next.add(dependent);
        }
      }
    }
    return all;
  }

  // From all that are started, those are taken away that need one that is not there, and then who
  // needs these: so libraries that need each other in a circle hold one another.
  private Set<LibraryEntry> usable(Set<LibraryEntry> affected) {
    Set<LibraryEntry> usable = new HashSet<>(affected);
    usable.removeIf(entry -> !entry.finding().isStarted());
    Deque<LibraryEntry> next = new ArrayDeque<>(usable);
    while (!next.isEmpty()) {
      LibraryEntry entry = next.remove();
      if (usable.contains(entry) && !areMet(entry, affected, usable)) {
        usable.remove(entry);
        next.addAll(dependents(entry));
      }
    }
    return usable;
  }

  private boolean areMet(LibraryEntry entry, Set<LibraryEntry> affected, Set<LibraryEntry> usable) {
    return entry.finding().needs().stream().allMatch(need -> isMet(need, affected, usable));
  }

  private boolean isMet(Need need, Set<LibraryEntry> affected, Set<LibraryEntry> usable) {
    LibraryEntry provider =
        need.provider() == null ? null : entries.get(LibraryKey.of(need.provider()));
    if (provider == null) {
      return false;
    }
    return affected.contains(provider)
        ? usable.contains(provider)
        : provider.state() == LibraryState.AVAILABLE;
  }

  private List<String> unmet(
      LibraryEntry entry, Set<LibraryEntry> affected, Set<LibraryEntry> usable) {
    List<String> unmet = new ArrayList<>();
    for (Need need : entry.finding().needs()) {
      if (!isMet(need, affected, usable)) {
        String why = need.provider() == null ? need.failure() : whyNotUsable(need.provider());
        unmet.add(need.reason(why));
      }
    }
    return unmet;
  }

  private String whyNotUsable(BundleCapability provider) {
    LibraryEntry entry = entries.get(LibraryKey.of(provider));
    String bundle = BundleLibrary.describe(provider);
    if (entry != null && entry.finding().isStarted()) {
      return "that of " + bundle + " waits itself";
    }
    List<String> reasons = entry == null ? List.of() : entry.finding().reasons();
    return reasons.isEmpty() ? "bundle " + bundle + " is not started" : reasons.get(0);
  }

  private Set<LibraryEntry> dependents(LibraryEntry entry) {
    return dependents.getOrDefault(LibraryKey.of(entry.capability()), Set.of());
  }

  private Set<LibraryEntry> dependents(Need need) {
    return need.provider() == null
        ? new HashSet<>()
        : dependents.computeIfAbsent(LibraryKey.of(need.provider()), key -> new LinkedHashSet<>());
  }

  /** Forgets an entry that is gone. */
  void forget(LibraryEntry entry) {
    entry.finding().needs().forEach(need -> dependents(need).remove(entry));
    changed.remove(entry);
    if (dependents(entry).isEmpty()) {
      dependents.remove(LibraryKey.of(entry.capability()));
    }
  }
}

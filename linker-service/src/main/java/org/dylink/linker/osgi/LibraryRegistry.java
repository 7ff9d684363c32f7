package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dylink.linker.Library;
import org.dylink.linker.link.ModuleCache;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;

/** Every library of the framework and where it is in its life. Threads may share it. */
final class LibraryRegistry {
  private static final Comparator<Library> BY_VERSION =
      Comparator.comparing(library -> Version.parseVersion(library.version()));

  private final ModuleCache modules;
  private final Map<LibraryKey, LibraryEntry> entries = new LinkedHashMap<>(); // guarded by this

  LibraryRegistry(ModuleCache modules) {
    this.modules = modules;
  }

  /** The entry of a capability, made if there is none. */
  synchronized LibraryEntry entry(BundleCapability capability) {
    return entries.computeIfAbsent(LibraryKey.of(capability), key -> new LibraryEntry(capability));
  }

  /** All entries, whatever their state. */
  synchronized List<LibraryEntry> entries() {
    return List.copyOf(entries.values());
  }

  /**
   * Takes a finding, unless the bundle has stopped since somebody went to look.
   *
   * @param withdrawals what {@link LibraryEntry#withdrawals} was before the look
   */
  synchronized void apply(LibraryEntry entry, Finding finding, int withdrawals) {
    if (entry.withdrawals() == withdrawals) {
      replace(entry, finding);
    }
  }

  /**
   * Takes back the libraries of a bundle that stops: nobody finds them from here on.
   *
   * @param take is given each library that was usable
   * @return their entries
   */
  synchronized List<LibraryEntry> withdraw(Bundle home, Consumer<BundleLibrary> take) {
    List<LibraryEntry> withdrawn = new ArrayList<>();
    for (LibraryEntry entry : entries.values()) {
      if (entry.finding().home().equals(home)) {
        entry.setWithdrawals(entry.withdrawals() + 1);
        if (entry.finding().isStarted()) {
          take.accept(entry.finding().library());
          withdraw(entry, home);
          withdrawn.add(entry);
        }
      }
    }
    return withdrawn;
  }

  private void withdraw(LibraryEntry entry, Bundle home) {
    String reason = "bundle " + BundleLibrary.describe(home) + " is not started";
    replace(entry, Finding.without(Standing.STOPPED, home, List.of(reason)));
    entry.decide(List.of());
  }

  /** Decides every library's state; returns those whose state or reasons have changed. */
  synchronized List<LibraryEntry> decide() {
    Set<LibraryKey> usable = usable();
    return entries.values().stream().filter(entry -> entry.decide(unmet(entry, usable))).toList();
  }

  synchronized void remove(LibraryEntry entry) {
    entries.remove(LibraryKey.of(entry.capability()));
  }

  /** The library of a capability, if its bundle is started; what it needs may be missing. */
  synchronized Optional<BundleLibrary> provider(BundleCapability capability) {
    return Optional.ofNullable(entries.get(LibraryKey.of(capability)))
        .map(entry -> entry.finding().library());
  }

  synchronized boolean isAvailable(BundleLibrary library) {
    LibraryEntry entry = entries.get(LibraryKey.of(library.capability()));
    return entry != null
        && entry.finding().library() == library
        && entry.state() == LibraryState.AVAILABLE;
  }

  /** What can be linked: by name, then highest version first; of equal ones the older first. */
  synchronized List<Library> available() {
    return sorted(LibraryState.AVAILABLE);
  }

  /** The highest version; only where none can be linked, one that waits, which tells what for. */
  synchronized Optional<Library> highest(String name) {
    List<Library> candidates = sorted(LibraryState.AVAILABLE);
    candidates.addAll(sorted(LibraryState.WAITING));
    return candidates.stream().filter(library -> library.name().equals(name)).findFirst();
  }

  private List<Library> sorted(LibraryState state) {
    List<Library> libraries = new ArrayList<>();
    for (LibraryEntry entry : entries.values()) {
      if (entry.state() == state && entry.finding().isStarted()) {
        libraries.add(entry.finding().library());
      }
    }
    libraries.sort(Comparator.comparing(Library::name).thenComparing(BY_VERSION.reversed()));
    return libraries;
  }

  private void replace(LibraryEntry entry, Finding finding) {
    BundleLibrary before = entry.finding().library();
    BundleLibrary after = finding.library();
    entry.setFinding(finding);
    if (before == after) {
      return;
    }
    if (after != null) {
      modules.retain(after.module());
    }
    if (before != null) {
      before.withdraw();
      modules.release(before.module());
    }
  }

  // From all that are started, those are taken away that need one that is not there, until nobody
  // is left who does: so libraries that need each other in a circle hold one another.
  private Set<LibraryKey> usable() {
    Set<LibraryKey> usable = new HashSet<>();
    entries.forEach(
        (key, entry) -> {
          if (entry.finding().isStarted()) {
            usable.add(key);
          }
        });
    boolean changed = true;
    while (changed) {
      changed = usable.removeIf(key -> !unmet(entries.get(key), usable).isEmpty());
    }
    return usable;
  }

  private List<String> unmet(LibraryEntry entry, Set<LibraryKey> usable) {
    List<String> unmet = new ArrayList<>();
    for (Need need : entry.finding().needs()) {
      if (need.provider() == null) {
        unmet.add(need.reason(need.failure()));
      } else if (!usable.contains(LibraryKey.of(need.provider()))) {
        unmet.add(need.reason(whyNotUsable(need.provider())));
      }
    }
    return unmet;
  }

  private String whyNotUsable(BundleCapability provider) {
    LibraryEntry entry = entries.get(LibraryKey.of(provider));
    String bundle = BundleLibrary.describe(provider.getRevision().getBundle());
    if (entry == null || !entry.finding().isStarted()) {
      List<String> reasons = entry == null ? List.of() : entry.finding().reasons();
      return reasons.isEmpty() ? "bundle " + bundle + " is not started" : reasons.get(0);
    }
    return "that of " + bundle + " waits itself";
  }
}

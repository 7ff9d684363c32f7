package org.dylink.linker.osgi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dylink.engine.host.HostLibrary;
import org.dylink.linker.Library;
import org.dylink.linker.link.load.ModuleCache;
import org.dylink.linker.osgi.Finding.Standing;
import org.dylink.linker.runtime.LibraryState;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;

/** Every library of the framework and where it is in its life. Threads may share it. */
final class LibraryRegistry {
  private static final Comparator<Library> HIGHEST_FIRST =
      Comparator.comparing(
          library -> Version.parseVersion(library.version()), Comparator.reverseOrder());

  private final ModuleCache modules;
  private final Map<LibraryKey, LibraryEntry> entries = new LinkedHashMap<>(); // guarded by this
  private final Availability availability = new Availability(entries); // guarded by this

  LibraryRegistry(ModuleCache modules) {
    this.modules = modules;
  }

  /**
   * The entry of a capability, made if there is none.
   *
   * @param refusal why its bundle is not taken at all, if it is not
   * @param required what its bundle requires
   */
  synchronized LibraryEntry entry(
      BundleCapability capability, Optional<String> refusal, RequiredNames required) {
    return entries.computeIfAbsent(
        LibraryKey.of(capability), key -> newEntry(capability, refusal, required));
  }

  synchronized int size() {
    return entries.size();
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
    if (entry.withdrawals() == withdrawals && !isAboutToGo(entry, finding)) {
      replace(entry, finding);
    }
  }

  // A bundle's state changes before its STOPPING event comes: the library is taken back then, when
  // its programs are told.
  private static boolean isAboutToGo(LibraryEntry entry, Finding finding) {
    return entry.finding().isStarted() && finding.standing() == Standing.STOPPED;
  }

  /**
   * Takes back the libraries of a bundle that stops: nobody finds them from here on.
   *
   * @param take is given each library that was usable
   * @return their entries
   */
  synchronized List<LibraryEntry> withdraw(Bundle home, Consumer<BundleLibrary> take) {
    String reason = "bundle " + BundleLibrary.describe(home) + " is not started";
    return withdraw(home, entry -> true, entry -> reason, take);
  }

  /**
   * Takes back what a HostLibrary service of a bundle was, which is gone.
   *
   * @param take is given the library, if it was usable
   * @return its entry
   */
  synchronized List<LibraryEntry> withdraw(
      Bundle home, HostLibrary host, Consumer<BundleLibrary> take) {
    return withdraw(
        home,
        entry -> BundleLibrary.isHost(entry.capability()) && !isOther(entry, host),
        entry -> LibraryScan.noService(entry.capability(), home),
        take);
  }

  // What nobody has found yet may just be on its way in: then it is looked for again.
  private static boolean isOther(LibraryEntry entry, HostLibrary host) {
    return entry.finding().isStarted()
        && !entry.finding().library().host().equals(Optional.of(host));
  }

  private List<LibraryEntry> withdraw(
      Bundle home,
      Predicate<LibraryEntry> which,
      Function<LibraryEntry, String> reason,
      Consumer<BundleLibrary> take) {
    List<LibraryEntry> withdrawn = new ArrayList<>();
    for (LibraryEntry entry : entries.values()) {
      if (entry.finding().home().equals(home) && which.test(entry)) {
        entry.setWithdrawals(entry.withdrawals() + 1);
        if (entry.finding().isStarted()) {
          take.accept(entry.finding().library());
          replace(entry, Finding.without(Standing.STOPPED, home, List.of(reason.apply(entry))));
          entry.decide(List.of());
          withdrawn.add(entry);
        }
      }
    }
    return withdrawn;
  }

  /** The libraries that need one of some entries, however indirectly, and whose bundles run. */
  synchronized List<BundleLibrary> dependents(List<LibraryEntry> needed) {
    return availability.withDependents(needed).stream()
        .filter(entry -> entry.finding().isStarted())
        .map(entry -> entry.finding().library())
        .toList();
  }

  /** Decides the states anew; returns the libraries whose state or reasons have changed. */
  synchronized List<LibraryEntry> decide() {
    return availability.decide();
  }

  synchronized void remove(LibraryEntry entry) {
    entries.remove(LibraryKey.of(entry.capability()));
    availability.forget(entry);
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
    return started(LibraryState.AVAILABLE)
        .sorted(Comparator.comparing(Library::name).thenComparing(HIGHEST_FIRST))
        .map(Library.class::cast)
        .toList();
  }

  /** The highest version; only where none can be linked, one that waits, which tells what for. */
  Optional<BundleLibrary> highest(String name) {
    return highest(name, any -> true);
  }

  /** The same among those that will do. */
  synchronized Optional<BundleLibrary> highest(String name, Predicate<BundleLibrary> fits) {
    return highest(name, fits, LibraryState.AVAILABLE)
        .or(() -> highest(name, fits, LibraryState.WAITING));
  }

  private Optional<BundleLibrary> highest(
      String name, Predicate<BundleLibrary> fits, LibraryState state) {
    return started(state)
        .filter(library -> library.name().equals(name) && fits.test(library))
        .min(HIGHEST_FIRST);
  }

  private Stream<BundleLibrary> started(LibraryState state) {
    return entries.values().stream()
        .filter(entry -> entry.state() == state && entry.finding().isStarted())
        .map(entry -> entry.finding().library());
  }

  private LibraryEntry newEntry(
      BundleCapability capability, Optional<String> refusal, RequiredNames required) {
    LibraryEntry entry = new LibraryEntry(capability, refusal, required);
    availability.note(entry, List.of(), List.of());
    return entry;
  }

  private void replace(LibraryEntry entry, Finding finding) {
    BundleLibrary before = entry.finding().library();
    BundleLibrary after = finding.library();
    availability.note(entry, entry.finding().needs(), finding.needs());
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
}

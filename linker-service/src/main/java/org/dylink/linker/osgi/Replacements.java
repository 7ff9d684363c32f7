package org.dylink.linker.osgi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.dylink.format.PrintableText;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.LoadedLibrary;
import org.dylink.linker.Program;
import org.dylink.linker.link.program.LinkedProgram;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;

/**
 * Puts libraries into programs that are to get them: in the place of one of their name that was
 * withdrawn, or is of a lower version. It compares what programs have with what there is, and so
 * does not depend on what has happened in between. One thread at a time does it: a replacement may
 * wait for the program's threads.
 */
final class Replacements {
  private static final Logger LOG = System.getLogger(Replacements.class.getName());

  private final LibraryRegistry registry;
  private final Programs programs;

  Replacements(LibraryRegistry registry, Programs programs) {
    this.registry = registry;
    this.programs = programs;
  }

  /** Whether any program is to get what comes. */
  boolean areAwaited() {
    return programs.holds().values().stream().anyMatch(ProgramHold::replaces);
  }

  /** Looks at all programs that are to get what comes. */
  void update() {
    forEachProgram(
        (hold, program) -> {
          for (LoadedLibrary loaded : program.linkMap().libraries()) {
            if (loaded.library() instanceof BundleLibrary now) {
              better(now, hold, program).ifPresent(next -> replace(hold, program, now, next));
            }
          }
        });
  }

  private void forEachProgram(BiConsumer<ProgramHold, LinkedProgram> action) {
    for (ProgramHold hold : programs.holds().values()) {
      if (hold.replaces()) {
        hold.program()
            .filter(program -> program.state() != Program.State.CLOSED)
            .ifPresent(program -> action.accept(hold, program));
      }
    }
  }

  private Optional<BundleLibrary> better(
      BundleLibrary now, ProgramHold hold, LinkedProgram program) {
    return registry
        .highest(now.name(), next -> hold.accepts(next) && fits(next, now, program))
        .filter(registry::isAvailable)
        .filter(next -> !hold.hasRefused(next))
        .filter(next -> !next.identity().equals(now.identity()))
        .filter(next -> now.isWithdrawn() || version(next).compareTo(version(now)) > 0);
  }

  private static boolean fits(BundleLibrary next, BundleLibrary now, LinkedProgram program) {
    return next.module().programKind().equals(now.module().programKind())
        && program.linkMap().libraries().stream()
            .map(LoadedLibrary::library)
            .filter(BundleLibrary.class::isInstance)
            .allMatch(user -> accepts((BundleLibrary) user, now, next));
  }

  // What a bundle was wired to by a range of versions is replaced within that range.
  private static boolean accepts(BundleLibrary user, BundleLibrary now, BundleLibrary next) {
    BundleCapability old = now.capability();
    return user.capability().getRevision().getDeclaredRequirements(Library.NAMESPACE).stream()
        .filter(requirement -> requirement.matches(old))
        .allMatch((BundleRequirement requirement) -> requirement.matches(next.capability()));
  }

  private static Version version(Library library) {
    return Version.parseVersion(library.version());
  }

  private static void replace(
      ProgramHold hold, LinkedProgram program, BundleLibrary now, BundleLibrary next) {
    String name = PrintableText.of(program.name());
    try {
      program.replace(next);
      LOG.log(Level.INFO, "{0}: {1} replaced by {2}", name, now.describe(), next.describe());
    } catch (LinkException e) {
      // A thread may have left it by the next time.
      if (e.reason() != Reason.BUSY) {
        hold.refuse(next);
      }
      LOG.log(Level.WARNING, "{0}: goes on with what it has: {1}", name, e.getMessage());
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "{0}: {1}", name, e.getMessage()); // it was closed meanwhile
    }
  }
}

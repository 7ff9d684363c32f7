package org.dylink.linker.link.resolve;

import java.util.Optional;
import org.dylink.format.Import;
import org.dylink.format.MemoryType;
import org.dylink.format.ThreadLocalExports;
import org.dylink.format.Threading;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.abi.AbiNames;
import org.dylink.linker.link.parts.Place;

/**
 * Whether a module can be part of a program with threads, or of one without: all modules have one
 * memory, and each thread has its own copy of their thread-local data. A memory beside that one is
 * every thread's too, so it must be built for that.
 */
final class ThreadRules {
  private final ImportProblems problems;

  ThreadRules(ImportProblems problems) {
    this.problems = problems;
  }

  /** Notes what keeps a module that imports the program's memory from having it. */
  void check(Place user) {
    other(user).ifPresent(other -> addOtherKind(user, other));
    if (user.module().threading() == Threading.THREADS) {
      ThreadLocalExports.lackedBy(user.module())
          .ifPresent(lack -> problems.add(Reason.UNSUPPORTED, user.name(), user + ": " + lack));
    }
  }

  /**
   * Notes memories beside the program's that all of its threads would use, though they are not
   * shared: code that was built for one thread guards nothing in them.
   *
   * @param program the module that says whether the program has threads
   */
  void checkOwnMemories(Place user, Place program) {
    if (program.module().threading() == Threading.THREADS) {
      importedUnshared(user)
          .ifPresent(entry -> problems.add(Reason.UNSUPPORTED, user, entry, unguarded(program)));
      if (hasUnshared(user)) {
        String message = user + ": its memory " + unguarded(program);
        problems.add(Reason.UNSUPPORTED, user.name(), message);
      }
    }
  }

  /** The same of a library, whose scope says what program it is for. */
  void checkOwnMemories(Place library) {
    first(library).ifPresent(first -> checkOwnMemories(library, first));
  }

  private static Optional<Import> importedUnshared(Place user) {
    return user.module().imports().stream()
        .filter(entry -> !AbiNames.isLinkerModule(entry.module()))
        .filter(entry -> entry.type() instanceof MemoryType type && !type.shared())
        .findFirst();
  }

  private static boolean hasUnshared(Place user) {
    long imported =
        user.module().imports().stream().filter(e -> e.type() instanceof MemoryType).count();
    return user.module().memories().stream().skip(imported).anyMatch(type -> !type.shared());
  }

  private static String unguarded(Place program) {
    return "is not shared, while "
        + program
        + " is "
        + program.module().threading()
        + ": all threads would use it at once";
  }

  /** The module that comes first in the program, if it has the other kind of memory. */
  private static Optional<Place> other(Place user) {
    return first(user).filter(first -> !first.module().threading().fits(user.module().threading()));
  }

  private static Optional<Place> first(Place user) {
    return user.scope()
        .search()
        .filter(place -> place.module().threading() != Threading.EITHER)
        .findFirst();
  }

  private void addOtherKind(Place user, Place other) {
    String message =
        user
            + ": is "
            + user.module().threading()
            + ", while "
            + other
            + " is "
            + other.module().threading()
            + ": a program has one memory ("
            + user.chain()
            + ")";
    problems.add(Reason.UNSUPPORTED, user.name(), message);
  }
}

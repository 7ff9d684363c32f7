package org.dylink.linker.link.resolve;

import java.util.Optional;
import org.dylink.format.ThreadLocalExports;
import org.dylink.format.Threading;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.link.parts.Place;

/**
 * Whether a module can be part of a program with threads, or of one without: all modules have one
 * memory, and each thread has its own copy of their thread-local data.
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

  /** The module that comes first in the program, and has the other kind of memory. */
  private static Optional<Place> other(Place user) {
    return user.scope()
        .search()
        .filter(place -> place.module().threading() != Threading.EITHER)
        .findFirst()
        .filter(first -> !first.module().threading().fits(user.module().threading()));
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

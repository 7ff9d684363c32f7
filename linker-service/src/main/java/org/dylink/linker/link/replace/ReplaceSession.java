package org.dylink.linker.link.replace;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dylink.engine.CodeHold;
import org.dylink.linker.Library;
import org.dylink.linker.LinkException;
import org.dylink.linker.LinkException.Problem;
import org.dylink.linker.LinkException.Reason;
import org.dylink.linker.ReplacementPlan;
import org.dylink.linker.ReplacementPlan.Effect;
import org.dylink.linker.ReplacementPlan.Layout;
import org.dylink.linker.ReplacementPlan.SymbolChange;
import org.dylink.linker.link.dl.DynamicLoader;
import org.dylink.linker.link.image.ProgramImage;
import org.dylink.linker.link.load.Admission;
import org.dylink.linker.link.parts.LinkState;
import org.dylink.linker.link.parts.NoHeap;
import org.dylink.linker.link.parts.Place;

/**
 * The recipe of a replacement, all or nothing. No library is opened or closed meanwhile.
 *
 * <ol>
 *   <li>{@link Candidate} finds what the new library is bound to, and compiles it;
 *   <li>{@link Comparison} compares old and new, and what the program has written: a {@link
 *       ReplacementPlan}; code for functions that are in use is made ready;
 *   <li>{@link CodeHold} holds back calls, and {@link Quiet} waits until no thread is in it;
 *   <li>{@link Swap} exchanges the code, and moves the data if it must; publishes it at its end.
 * </ol>
 */
public final class ReplaceSession {
  private final ProgramImage image;
  private final DynamicLoader loader;
  private final Library next;

  /**
   * Prepares a replacement.
   *
   * @param next has the name of a library of the program
   */
  public ReplaceSession(ProgramImage image, DynamicLoader loader, Library next) {
    this.image = image;
    this.loader = loader;
    this.next = next;
  }

  /** What it would do: nothing is changed. */
  public ReplacementPlan plan() throws LinkException {
    return loader.whileStill(
        () -> {
          Place place = place();
          if (isThere(place)) {
            return nothing(place);
          }
          Comparison comparison = new Comparison(image, new Candidate(image, place, next));
          return comparison.plan(comparison.written());
        });
  }

  /**
   * Does it.
   *
   * @param timeout how long to wait for threads to leave the library
   * @throws LinkException with what prevents it; the program is as it was
   */
  public ReplacementPlan replace(Duration timeout) throws LinkException {
    try {
      return loader.whileStill(() -> replaceAlone(timeout));
    } catch (OutOfMemoryError e) {
      throw NoHeap.of(next.name(), e);
    }
  }

  private ReplacementPlan replaceAlone(Duration timeout) throws LinkException {
    Place place = place();
    if (isThere(place)) {
      return nothing(place);
    }
    admit();
    try {
      Candidate candidate = new Candidate(image, place, next);
      Comparison comparison = new Comparison(image, candidate);
      ReplacementPlan expected = checked(comparison.plan(comparison.written()));
      candidate.prepare(comparison.match().indexes());
      ReplacementPlan plan = swap(candidate, comparison, expected, timeout);
      image.request().trace().step(place.name(), "replaced: " + next.origin());
      return plan;
    } finally {
      image.tellLoaded();
    }
  }

  private ReplacementPlan swap(
      Candidate candidate, Comparison comparison, ReplacementPlan expected, Duration timeout)
      throws LinkException {
    Place place = candidate.place();
    try (CodeHold hold = place.occupant().exports().instance().hold();
        Quiet quiet = new Quiet(image, place, hold)) {
      quiet.await(moves(expected), timeout);
      // Once more: the program has run since.
      Written written = comparison.written();
      ReplacementPlan plan = checked(comparison.plan(written));
      if (moves(plan) && !quiet.isStill()) {
        quiet.await(true, timeout);
        written = comparison.written();
        plan = checked(comparison.plan(written));
      }
      new Swap(image, candidate, comparison, hold).run(plan, written, quiet.isStill());
      return plan;
    }
  }

  // A memory that threads do not share grows by being copied: what another writes would be lost.
  private boolean moves(ReplacementPlan plan) {
    return plan.layout() == Layout.MOVED && !image.threads().areShared();
  }

  /**
   * Where the library of that name stands.
   *
   * @throws LinkException if there is none, or none that can be replaced
   */
  private Place place() throws LinkException {
    Optional<Place> found =
        image.places().stream().filter(place -> place.name().equals(next.name())).findFirst();
    if (found.isEmpty()) {
      throw refusal(Reason.MISSING_LIBRARY, "the program has no library of that name");
    }
    Place place = found.get();
    if (!image.engine().replacesCode()) {
      throw refusal(Reason.UNSUPPORTED, "engine " + image.engine().name() + " cannot do it");
    } else if (!place.occupant().isPositionIndependent()) {
      throw refusal(Reason.UNSUPPORTED, "the memory of its program is its own");
    } else if (place.library().host().isPresent() || next.host().isPresent()) {
      throw refusal(Reason.UNSUPPORTED, "it consists of Java functions");
    } else if (place.occupant().state() != LinkState.CONSTRUCTED) {
      throw refusal(Reason.FORBIDDEN, "it is being opened or closed");
    }
    return place;
  }

  private LinkException refusal(Reason reason, String detail) {
    return LinkException.of(reason, next.name(), "cannot be replaced: " + detail, null);
  }

  private boolean isThere(Place place) {
    return place.library().identity().equals(next.identity());
  }

  private ReplacementPlan nothing(Place place) {
    return new ReplacementPlan(place.library(), next, Layout.SAME, List.of());
  }

  private void admit() throws LinkException {
    Optional<Admission.Refusal> refusal = image.context().admission().admit(next);
    if (refusal.isPresent()) {
      throw refusal(refusal.get().reason(), refusal.get().detail());
    }
  }

  private ReplacementPlan checked(ReplacementPlan plan) throws LinkException {
    List<Problem> problems = plan.of(Effect.REFUSED).stream().map(this::problem).toList();
    if (!problems.isEmpty()) {
      throw new LinkException(problems, null);
    }
    return plan;
  }

  private Problem problem(SymbolChange change) {
    String message = next.name() + ": cannot be replaced: " + change;
    return new Problem(Reason.INCOMPATIBLE, next.name(), change.symbol(), "", message);
  }
}

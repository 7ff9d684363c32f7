package org.dylink.linker.link.parts;

import java.util.Optional;
import org.dylink.engine.ExecutionControl;

/**
 * What one thread of a program has to itself: an instance of every library, the stack pointers, the
 * message for {@code dlerror}, who calls a function that depends on it, and the switch that stops
 * it. What all threads of a program share is the image's.
 *
 * <p>A program has one. Java threads take turns in it ({@link #control}); the one that has the turn
 * is the thread's, and guards all of this but the switch.
 */
public final class GuestThread {
  private final ExecutionControl control;
  private StackPointers stack = StackPointers.NONE;
  private String dlError; // null if nothing has failed since the last dlerror
  private Place dlCaller; // who has called dlopen or its kin; null if not known
  private Place exitCaller; // who registers an exit function; null if not known

  public GuestThread(ExecutionControl control) {
    this.control = control;
  }

  /** The turn that a Java thread has in it, and the switch by which another stops it. */
  public ExecutionControl control() {
    return control;
  }

  /** What a library, which must be BOUND, exports here. */
  public Exports exports(Place place) {
    return place.occupant().exports(this);
  }

  /** What every call into the program goes through; until there is a space, no stack is known. */
  public StackPointers stack() {
    return stack;
  }

  public void setStack(StackPointers stackPointers) {
    stack = stackPointers;
  }

  /** Leaves a message for {@link #takeDlError}. */
  public void setDlError(String message) {
    dlError = message;
  }

  /** The message, once. */
  public Optional<String> takeDlError() {
    Optional<String> message = Optional.ofNullable(dlError);
    dlError = null;
    return message;
  }

  /** The library that has called dlopen or its kin. */
  public Optional<Place> dlCaller() {
    return Optional.ofNullable(dlCaller);
  }

  /**
   * Notes who calls.
   *
   * @return who called before, to be put back
   */
  public Place setDlCaller(Place caller) {
    Place before = dlCaller;
    dlCaller = caller;
    return before;
  }

  /** The library that registers an exit function. */
  public Optional<Place> exitCaller() {
    return Optional.ofNullable(exitCaller);
  }

  public void setExitCaller(Place caller) {
    exitCaller = caller;
  }
}

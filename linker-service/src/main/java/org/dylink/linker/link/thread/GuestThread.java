package org.dylink.linker.link.thread;

import java.util.Optional;
import org.dylink.engine.ExecutionControl;
import org.dylink.linker.DataRegion;
import org.dylink.linker.link.parts.Place;

/**
 * What one thread of a program has to itself: the switch that stops it, its stack pointers, an
 * instance and a TLS block of each library, the destructors of its thread-local objects, the
 * message for {@code dlerror}, and who calls a function that depends on it. What all threads of a
 * program share is the image's.
 *
 * <p>Java threads take turns in it ({@link #control}); the one that has the turn is the thread's,
 * and guards all of this but the switch, the runner, {@link #stackArea}, {@link #libraries} and
 * {@link #exits}, which others may ask.
 */
public final class GuestThread {
  /** The number of the thread that a program begins with. */
  public static final int FIRST = 0;

  private final int number;
  private final int index;
  private final ExecutionControl control;
  private final ThreadLibraries libraries = new ThreadLibraries();
  private final ExitList exits = new ExitList();
  private volatile Thread runner; // of Java; null if none is known to run it
  private volatile DataRegion stackArea; // null if it is C's, or the program's
  private StackPointers stack = StackPointers.NONE;
  private String dlError; // null if nothing has failed since the last dlerror
  private Place dlCaller; // who has called dlopen or its kin; null if not known
  private Place exitCaller; // who registers an exit function; null if not known

  /**
   * @param number {@link #FIRST}, or what C knows the thread by
   * @param index what the engine knows it by: no other living one has it
   */
  public GuestThread(int number, int index, ExecutionControl control) {
    this.number = number;
    this.index = index;
    this.control = control;
  }

  /** What C knows it by; {@link #FIRST} for the one that the program begins with. */
  public int number() {
    return number;
  }

  /** What the engine knows it by. */
  int index() {
    return index;
  }

  /** The turn that a Java thread has in it, and the switch by which another stops it. */
  public ExecutionControl control() {
    return control;
  }

  /** The thread of Java that runs it and nothing else; empty if that is not known. */
  Optional<Thread> runner() {
    return Optional.ofNullable(runner);
  }

  /**
   * Notes which thread of Java runs it.
   *
   * @param thread null when it does no more
   */
  public void setRunner(Thread thread) {
    runner = thread;
  }

  /** What it has of each library. */
  public ThreadLibraries libraries() {
    return libraries;
  }

  /** What is to run when it ends: destructors of thread-local objects of C++. */
  public ExitList exits() {
    return exits;
  }

  /** What every call into it goes through; until there is a space, no stack is known. */
  public StackPointers stack() {
    return stack;
  }

  public void setStack(StackPointers stackPointers) {
    stack = stackPointers;
  }

  /** Where its stack lies; empty if C has given it one, or if it is that of the program. */
  public Optional<DataRegion> stackArea() {
    return Optional.ofNullable(stackArea);
  }

  /** Notes a stack that C knows nothing of. */
  public void setStackArea(DataRegion area) {
    stackArea = area;
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

  @Override
  public String toString() {
    return number == FIRST ? "first thread" : "thread " + number;
  }
}

package org.dylink.engine;

import java.util.List;
import java.util.Map;

/**
 * Holds back calls of an instance's functions, so that another module's code can be put behind
 * them. Who has a function, as an import, in a table or as a handle, keeps it: the function is the
 * same object before and after, and its next call is one of the new code.
 *
 * <p>Calls that come from elsewhere wait until {@link #close}. Calls that are under way go on, and
 * what they call of the instance is not held back; nor is the thread that has made the hold. Made
 * by {@link Instance#hold}, and used by one thread.
 */
public interface CodeHold extends AutoCloseable {
  /** The functions that the instance defines and somebody may have. */
  List<Function> functions();

  /**
   * Whether a thread of the guest executes nothing of the instance, and cannot begin to before
   * {@link #close}. It takes a millisecond or more: of one that runs, the stack is looked at.
   *
   * @param thread made by the same engine
   */
  boolean isOutside(ExecutionControl thread);

  /**
   * Whether a thread of the guest has called a function of the instance, and waits: it runs nothing
   * until {@link #close}.
   *
   * @param thread made by the same engine
   */
  boolean isWaiting(ExecutionControl thread);

  /**
   * Puts the functions of an instance that is not initialized yet in the place of this one's:
   * {@link #close} lets calls go on to them. Until {@link #keep} nobody but the new instance itself
   * sees that.
   *
   * @param next made by the same engine, and not initialized
   * @param indexes for functions of the instance which function of the other stands for it, imports
   *     counted first in both
   * @throws IllegalArgumentException if two functions are of different types
   */
  void replace(Instance next, Map<Integer, Integer> indexes);

  /**
   * Decides that what was replaced stays so.
   *
   * @param gone what stands in for functions that the other instance has none for
   */
  void keep(Map<Function, Function> gone);

  /** Lets calls go on: to the new code if that is kept, else to the code that was there before. */
  @Override
  void close();
}

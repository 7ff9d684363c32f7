package org.dylink.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dylink.format.Feature;

/** A module bound to its imports. */
public interface Instance {
  /**
   * An export. Asked twice, it is the same object; an import that is exported again is the import.
   * Globals are there only after {@link #initialize()}.
   */
  Optional<Extern> export(String name);

  /**
   * A global that the module defines, exported or not; after {@link #start()}.
   *
   * @param index imports counted first
   * @return empty if the module defines none of that index
   */
  Optional<Global> globalAt(int index);

  /**
   * A table that the module defines, exported or not. What stands in it, {@link Function#origin}
   * tells.
   *
   * @param index imports counted first
   * @return empty if the module defines none of that index
   */
  Optional<Table> tableAt(int index);

  /**
   * Whether a data segment has no bytes to copy: active ones since {@link #initialize()}, others
   * since {@code data.drop}, or if they never had any.
   *
   * @throws IndexOutOfBoundsException if the module has no such segment
   */
  boolean isDataDropped(int segment);

  /**
   * Whether an element segment has no references to copy: active and declared ones since {@link
   * #initialize()}, others since {@code elem.drop}, or if they never had any.
   *
   * @throws IndexOutOfBoundsException if the module has no such segment
   */
  boolean isElementDropped(int segment);

  /**
   * A function of the module, also one that is not exported; always the same object.
   *
   * @param index imports counted first
   * @throws UnsupportedOperationException if the engine cannot restore instances
   */
  default Function functionAt(int index) {
    throw new UnsupportedOperationException("it restores no instances");
  }

  /**
   * What another instance of the module needs, beside memories and tables, to go on from here.
   *
   * @throws UnsupportedOperationException if the engine cannot restore instances, or this one: it
   *     has references, say
   */
  default InstanceContents contents() {
    throw new UnsupportedOperationException("it restores no instances");
  }

  /**
   * In place of {@link #initialize()} and {@link #start()}: goes on where another instance was.
   * Nothing is copied and no code runs; whoever restores it fills memories and tables himself.
   *
   * @param contents of an instance of the same module
   * @throws IllegalStateException if it is initialized
   * @throws UnsupportedOperationException if the engine cannot restore instances
   */
  default void restore(InstanceContents contents) {
    throw new UnsupportedOperationException("it restores no instances");
  }

  /**
   * First step of making this instance for the thread whose turn it is (see {@link
   * Engine#newExecutionControl(int, LateInstances)}). The thread shares functions, tables, memories
   * and tags with all others: an export is the same object, and a function that is called runs in
   * the caller's thread. Its own are the globals, and which segments are dropped; {@link
   * #initialize()} copies no active segment again.
   *
   * @param globals the imported ones as the thread has them, in their order and of their types
   * @throws IllegalArgumentException if one is missing or of another type
   * @throws IllegalStateException if the current thread has it, or is no guest's
   * @throws UnsupportedOperationException if the engine does not have {@link Feature#SHARED_MEMORY}
   */
  default Instance forThread(List<Global> globals) {
    throw new UnsupportedOperationException("no threads");
  }

  /**
   * Second step of instantiation (WebAssembly Core, Execution, Instantiation): evaluates globals,
   * and copies active element and data segments. No guest code runs, so that a linker can fill in
   * what the start functions of several instances may look at.
   *
   * @throws TrapException if a segment does not fit; memory and tables may have changed by then
   * @throws IllegalStateException if called twice
   */
  void initialize();

  /**
   * Third step: calls the start function, if there is one; initializes first if nobody has.
   *
   * @throws TrapException if a segment does not fit or the start function traps; memory and tables
   *     may have changed by then
   * @throws IllegalStateException if called twice
   */
  void start();

  /**
   * Second step for an instance that comes in the place of another of the same memory and tables:
   * evaluates globals, and drops active segments. Memory stays as it is.
   *
   * @param copiesElements whether its functions come into its part of the tables, or are there
   * @throws IllegalStateException if it was initialized before
   * @throws UnsupportedOperationException if the engine cannot put other code behind functions
   */
  default void takeOver(boolean copiesElements) {
    throw new UnsupportedOperationException("no replacement");
  }

  /**
   * Makes the code ready that is to come behind its functions, while they are still called: for
   * those whose own code is in use already. Nobody sees a difference but by the time that a
   * replacement takes.
   *
   * @param next compiled by the same engine
   * @param indexes as {@link CodeHold#replace} has them
   */
  default void prepareReplacement(CompiledModule next, Map<Integer, Integer> indexes) {}

  /**
   * Holds back calls of its functions, to put other code behind them.
   *
   * @throws IllegalStateException if they are held back already
   * @throws UnsupportedOperationException if the engine cannot put other code behind functions
   */
  default CodeHold hold() {
    throw new UnsupportedOperationException("no replacement");
  }
}

package org.dylink.engine;

import java.util.Optional;

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
}

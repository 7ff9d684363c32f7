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

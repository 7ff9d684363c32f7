package org.dylink.engine;

import org.dylink.format.TableType;

/** A table of function references. */
public non-sealed interface Table extends Extern {
  @Override
  TableType type();

  /** The size now, in elements. */
  int size();

  /**
   * Adds null elements at the end.
   *
   * @return the size before growing, or -1 if the limit would be passed (nothing changes)
   */
  int grow(int elements);

  /**
   * The function at an index, or null. Where an element segment names an imported function, that is
   * the import itself, which may be a {@link FunctionSlot}.
   *
   * @throws TrapException of kind OUT_OF_BOUNDS_TABLE
   */
  Function get(int index);

  /**
   * Puts a function, or null, at an index.
   *
   * @throws TrapException of kind OUT_OF_BOUNDS_TABLE
   */
  void set(int index, Function function);
}
